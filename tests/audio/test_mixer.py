from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from tests.audio.streams import read_in, stream_of
from trainer.audio.earcons import all_earcons
from trainer.audio.format import Samples, silence
from trainer.audio.limiter import CEILING, LOOK_AHEAD
from trainer.audio.loudness import true_peak_dbtp
from trainer.audio.mixer import FADE, VOLUME_RAMP, Mixer

CLIPS = all_earcons()
TOTAL = 6000

Change = tuple[int, Callable[[Mixer], None]]


def mono(*values: float) -> Samples:
    return np.array(values, dtype=np.float32)


def level(value: float, count: int) -> Samples:
    return np.full(count, value, dtype=np.float32)


def test_a_clip_begins_at_its_very_sample() -> None:
    stream = stream_of([(10, mono(0.5, 0.25))])
    expected = silence(len(stream))
    expected[10 + LOOK_AHEAD] = 0.5
    expected[11 + LOOK_AHEAD] = 0.25
    assert np.array_equal(stream, expected)


def test_clips_add_up_where_they_overlap() -> None:
    stream = stream_of([(0, level(0.25, 10)), (5, level(0.5, 10))])[LOOK_AHEAD:]
    assert stream[:, 0].tolist() == [0.25] * 5 + [0.75] * 5 + [0.5] * 5


def test_stereo_keeps_its_sides() -> None:
    stream = stream_of([(0, np.array([[0.5, 0.0], [0.0, 0.5]], dtype=np.float32))])[LOOK_AHEAD:]
    assert stream.tolist() == [[0.5, 0.0], [0.0, 0.5]]


def test_a_moment_that_has_passed_is_now() -> None:
    mixer = Mixer()
    mixer.read(100)
    mixer.add(20, mono(0.5))
    assert mixer.read(LOOK_AHEAD + 1)[LOOK_AHEAD, 0] == 0.5


def test_flush_is_silent_after_its_fade_and_forgets_the_rest() -> None:
    mixer = Mixer()
    mixer.add(0, level(0.5, 10_000))
    mixer.add(2000, level(0.5, 10_000))
    mixer.read(1000)
    mixer.flush()
    rest = mixer.read(LOOK_AHEAD + FADE + 5000)
    steps = np.abs(np.diff(rest[:, 0]))
    assert rest[LOOK_AHEAD + FADE :].max() == 0.0
    assert steps.max() <= 0.5 / FADE + 1e-6
    assert not mixer.sounding


def test_what_is_played_after_a_flush_is_whole() -> None:
    mixer = Mixer()
    mixer.flush()
    mixer.add(0, level(0.5, 1000))
    assert mixer.read(1000 + LOOK_AHEAD)[LOOK_AHEAD:, 0].tolist() == [0.5] * 1000


def test_a_second_flush_does_not_begin_the_fade_anew() -> None:
    mixer = Mixer()
    mixer.add(0, level(0.5, 10_000))
    mixer.read(100)
    mixer.flush()
    mixer.read(FADE // 2)
    mixer.flush()
    assert mixer.read(FADE + LOOK_AHEAD)[FADE // 2 + LOOK_AHEAD :].max() == 0.0


def test_volume_moves_without_a_step() -> None:
    mixer = Mixer()
    mixer.add(0, level(0.5, 20_000))
    mixer.read(1000)
    mixer.set_volume(0.2)
    stream = mixer.read(VOLUME_RAMP + LOOK_AHEAD + 100)[:, 0]
    assert np.abs(np.diff(stream)).max() <= 0.5 / VOLUME_RAMP + 1e-6
    assert stream[-1] == np.float32(0.5) * np.float32(0.2)


def test_volume_zero_is_silence() -> None:
    mixer = Mixer(volume=0.0)
    mixer.add(0, CLIPS["go"])
    assert not mixer.read(20_000).any()


def test_a_loud_mix_is_turned_down_and_what_follows_is_not() -> None:
    loud = stream_of([(0, level(0.7, 500)), (0, level(0.7, 500)), (5000, level(0.7, 500))])
    assert loud.max() <= CEILING + 1e-6
    assert loud[LOOK_AHEAD + 5250, 0] == np.float32(0.7)


clips = st.lists(st.tuples(st.integers(0, TOTAL), st.sampled_from(sorted(CLIPS))), max_size=8)
cuts = st.lists(st.integers(1, TOTAL - 1), max_size=30, unique=True).map(sorted)


def run(placed: list[tuple[int, str]], changes: list[Change], blocks: list[int]) -> Samples:
    """The stream with changes at their positions, read in blocks that end at these places."""
    mixer = Mixer()
    for position, clip in placed:
        mixer.add(position, CLIPS[clip])
    at = sorted({*blocks, *(position for position, _ in changes), TOTAL} - {0})
    done, parts = 0, []
    for end in at:
        for position, change in changes:
            if position == done:
                change(mixer)
        parts.append(mixer.read(end - done))
        done = end
    return np.concatenate(parts)


changes = st.lists(
    st.tuples(
        st.integers(1, TOTAL - 1),
        st.one_of(
            st.just(Mixer.flush),
            st.floats(0, 1).map(lambda volume: lambda mixer: mixer.set_volume(volume)),
            st.sampled_from(sorted(CLIPS)).map(lambda clip: lambda mixer: mixer.add(0, CLIPS[clip])),
        ),
    ),
    max_size=4,
)


@given(placed=clips, changes=changes, blocks=cuts)
def test_the_stream_does_not_depend_on_how_it_is_read(
    placed: list[tuple[int, str]], changes: list[Change], blocks: list[int]
) -> None:
    whole, cut = run(placed, changes, []), run(placed, changes, blocks)
    assert np.allclose(whole, cut, rtol=0, atol=2e-7)


@given(placed=clips.filter(bool))
@example(placed=[(0, "change_sides")] * 3 + [(0, "phase_up"), (0, "pip")])
def test_no_mix_goes_over_the_true_peak(placed: list[tuple[int, str]]) -> None:
    stream = stream_of([(position, CLIPS[clip]) for position, clip in placed])
    assert np.abs(stream).max(initial=0) <= CEILING + 1e-6
    assert true_peak_dbtp(stream) <= -1.0


@given(sizes=st.lists(st.integers(0, 700), min_size=1, max_size=20))
def test_the_position_counts_what_was_read(sizes: list[int]) -> None:
    mixer = Mixer()
    assert len(read_in(mixer, sizes)) == sum(sizes) == mixer.position
