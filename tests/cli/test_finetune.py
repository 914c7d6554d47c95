"""The command `finetune` says what was learned, and how to go on where it was stopped."""

import json

import pytest

from rrsis_core.cli import finetune as module
from rrsis_core.cli import main
from rrsis_core.errors import DatasetInvalid
from rrsis_core.training.finetune import FineTuned

LEARNED = FineTuned(
    "circles", "/m/circles/model.safetensors", True, 300, 300, 40, 45, {"mIoU": 0.1}, {"mIoU": 0.5}, 61.0
)


def asked_with(monkeypatch, result):
    asked = []

    def stand_in(request, watch):
        asked.append(request)
        assert list(watch([1, 2], "train")) == [1, 2]
        if isinstance(result, Exception):
            raise result
        return result

    monkeypatch.setattr(module, "finetune", stand_in)
    return asked


def test_all_options_reach_the_request_and_the_figures_the_person(monkeypatch, capsys):
    asked = asked_with(monkeypatch, LEARNED)
    words = ["--model", "older", "--steps", "9", "--everything", "--resume", "--replace"]
    assert main(["finetune", "--data", "d", "--output", "circles", *words]) == 0
    (request,) = asked
    assert (request.data, request.output, request.model, request.steps) == ("d", "circles", "older", 9)
    assert request.everything and request.resume and request.replace
    said = capsys.readouterr().out
    assert "10.00   50.00" in said and "circles is ready" in said and "–" in said


def test_a_stopped_run_says_how_to_go_on(monkeypatch, capsys):
    asked_with(monkeypatch, FineTuned("circles", "", False, 40, 300, 9, 9, {"mIoU": float("nan")}))
    assert main(["finetune", "--data", "d", "--output", "circles", "--json"]) == 130
    output = capsys.readouterr()
    assert json.loads(output.out)["before"]["mIoU"] is None and "40 of 300" in output.err


@pytest.mark.parametrize("words", [["--data", "d"], ["--output", "x"]])
def test_what_is_missing_is_told(words):
    with pytest.raises(SystemExit):
        main(["finetune", *words])


def test_a_refusal_reaches_the_person(monkeypatch, capsys):
    asked_with(monkeypatch, DatasetInvalid("too few"))
    assert main(["finetune", "--data", "d", "--output", "circles"]) == 1
    assert "too few" in capsys.readouterr().err
