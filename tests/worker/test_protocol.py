"""The messages of the wall."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rrsis_core.errors import ProtocolMismatch
from rrsis_core.worker.protocol import Asked, Cancel, Cancelled, Done, Failed, Found, Progress, Ready, decode, encode

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.text(), JSON, max_size=4)
COUNTS = st.integers(0, 10**9)
FLOATS = st.floats(0, 1e9)
MESSAGES = st.one_of(
    st.builds(Ready, protocol=COUNTS, version=st.text(), python=st.text(), pid=COUNTS),
    st.builds(Asked, id=COUNTS, verb=st.text(), payload=OBJECTS, live=st.booleans()),
    st.builds(Cancel, id=COUNTS),
    st.builds(
        Progress,
        id=COUNTS,
        done=COUNTS,
        total=COUNTS,
        rate=FLOATS,
        eta_s=st.none() | FLOATS,
        stage=st.text(),
        warnings=st.lists(OBJECTS, max_size=2).map(tuple),
    ),
    st.builds(Found, id=COUNTS, phrase=st.text(), polygons=st.lists(OBJECTS, max_size=2).map(tuple)),
    st.builds(Done, id=COUNTS, payload=OBJECTS),
    st.builds(Cancelled, id=COUNTS, payload=st.none() | OBJECTS),
    st.builds(Failed, id=COUNTS, code=st.text(), message=st.text(), details=OBJECTS),
)


@given(MESSAGES)
def test_a_message_survives_the_wire(message):
    line = encode(message)
    assert "\n" not in line
    assert decode(line) == message


@given(st.text())
def test_any_other_text_is_refused(text):
    try:
        known = isinstance(json.loads(text), dict)
    except ValueError:
        known = False
    if not known:
        with pytest.raises(ProtocolMismatch):
            decode(text)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "not JSON"),
        ("[]", "not a JSON object"),
        ("3", "not a JSON object"),
        ("{}", "unknown type"),
        ('{"type": "shout"}', "unknown type"),
        ('{"type": ["done"]}', "unknown type"),
        ('{"type": "cancel"}', "missing"),
        ('{"type": "cancel", "id": "1"}', "id should be int"),
        ('{"type": "cancel", "id": true}', "id should be int"),
        ('{"type": "asked", "id": 1, "verb": "x", "live": 1}', "live should be bool"),
        ('{"type": "cancel", "id": 1, "more": 2}', "unknown fields more"),
        ('{"type": "done", "id": 1, "payload": []}', "payload should be"),
        ("[" * 100_000, "not JSON"),
        ("x" * 16_000_001, "16000001 characters"),
    ],
)
def test_a_line_that_is_no_message_is_refused_with_its_reason(line, why):
    with pytest.raises(ProtocolMismatch, match=why) as raised:
        decode(line)
    assert len(str(raised.value)) < 500
    assert raised.value.details["line"] == line[:120]


def test_fraction_stays_within_0_and_1():
    assert Progress(1, 3, 0).fraction == 0.0
    assert Progress(1, 3, 4).fraction == 0.75
    assert Progress(1, 9, 4).fraction == 1.0
