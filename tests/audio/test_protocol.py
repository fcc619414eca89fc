from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.audio.protocol import MAX_BYTES, BrokenFrame, encode, read_message

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=8,
)
messages = st.dictionaries(st.text(), values, max_size=5)


@given(sent=st.lists(messages, max_size=5))
def test_what_is_sent_is_read(sent: list[dict[str, object]]) -> None:
    stream = io.BytesIO(b"".join(map(encode, sent)))
    read = []
    while (message := read_message(stream)) is not None:
        read.append(message)
    assert read == sent


@given(cut=st.integers(0, 20))
def test_a_stream_that_ends_within_a_frame_has_ended(cut: int) -> None:
    frame = encode({"type": "play", "clip": "go"})
    assert read_message(io.BytesIO(frame[:cut])) is None


@pytest.mark.parametrize(
    "frame",
    [(MAX_BYTES + 1).to_bytes(4, "big"), b"\0\0\0\x02{]", b"\0\0\0\x02[]", b"\0\0\0\x02\xff\xfe"],
    ids=["too long", "not JSON", "no object", "no text"],
)
def test_nonsense_is_refused(frame: bytes) -> None:
    with pytest.raises(BrokenFrame):
        read_message(io.BytesIO(frame))
