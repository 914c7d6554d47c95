"""rrsis:status says what is missing."""

from rrsis.plugin.settings import Settings
from rrsis.rrsis_core import __version__


def test_it_finds_the_environment_of_the_tests(run):
    answers = run("status", {"FULL": False}).answers
    assert answers["READY"] and "python" in answers["PYTHON"] and answers["VERSION"] == __version__
    assert {"lgce-tiny", "rmsin"} <= set(answers["MODELS"].split(", "))
    ready = answers["READY_MODELS"].split(", ")
    assert "lgce-tiny" in ready and "rmsin" not in ready  # its weights are a person's own


def test_it_says_what_is_missing(run, tmp_path):
    Settings().python = str(tmp_path / "gone")
    ran = run("status", {"FULL": False})
    assert not ran.answers["READY"] and "gone" in ran.answers["MESSAGE"]
    assert ran.answers["MESSAGE"] in ran.feedback.textLog()


def test_a_cancel_ends_the_look_at_an_interpreter_that_hangs(run_in_background, tmp_path, waiting):
    hangs = tmp_path / "python"
    hangs.write_text("#!/bin/sh\nexec sleep 60\n")
    hangs.chmod(0o700)
    Settings().python = str(hangs)
    task, feedback, endings = run_in_background("status", {})
    waiting(lambda: task.status() == task.TaskStatus.Running)
    task.cancel()
    waiting(lambda: endings, 5.0)
    assert "cancelled" in feedback.textLog() and not endings[0][0]


def test_an_interpreter_that_does_not_work_is_named(run, tmp_path):
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o700)
    Settings().python = str(broken)
    assert str(broken) in run("status", {}).answers["MESSAGE"]
