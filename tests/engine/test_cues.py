from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.notation import workout
from tests.engine.workouts import workouts
from trainer.domain.cue import Calls, Counts, Cue, CueId, CueStyle
from trainer.domain.workout import Workout
from trainer.engine.cues import BREATH_S, cues_ahead, plan_cues
from trainer.engine.speech import estimated_s, vocabulary
from trainer.engine.timeline import StepKind, build_timeline


def styles() -> st.SearchStrategy[CueStyle]:
    kinds = st.frozensets(st.sampled_from(CueId))
    return st.builds(CueStyle, st.sampled_from(Calls), st.sampled_from(Counts), kinds, kinds)


def heard(*lines: str) -> list[str]:
    return [
        f"{c.at_s:g} {c.cue} {c.text}".strip()
        for c in plan_cues(build_timeline(workout(*lines)))
        if c.cue not in (CueId.PIP, CueId.GO, CueId.WORK)
    ]


def test_a_hold_on_two_sides() -> None:
    assert heard("bridge 1x45s each") == [
        "0 next Next: bridge, left.",
        "32.5 half_way Half-way.",
        "45 ten_seconds Ten seconds.",
        "55 change_sides Change sides. Right.",
        "85.5 half_way Half-way.",
        "98 ten_seconds Ten seconds.",
        "108 finished Done. Two minutes.",
    ]


def test_short_holds_have_no_bell_or_no_word() -> None:
    assert [line.split()[1] for line in heard("a 1x19s")] == ["next", "finished"]
    assert heard("a 1x20s")[1] == "20 half_way"


def test_reps_are_called_and_counted_and_the_number_replaces_down() -> None:
    assert heard("nordic 1x2@5-0-0-4") == [
        "0 next Next: nordic.",
        "10 phase Down.",
        "15 phase Back.",
        "19 rep One.",
        "19 phase",
        "24 phase Back.",
        "28 finished Done. One minute.",
        "28 rep Two.",
    ]


def called(line: str, style: CueStyle) -> list[str]:
    cues = plan_cues(build_timeline(workout(line)), style)
    return [f"{c.at_s:g} {c.text}" for c in cues if c.text and c.cue in (CueId.PHASE, CueId.REP)]


def test_seconds_are_counted_instead_of_reps() -> None:
    assert called("nordic 1x1@3-0-1-0", CueStyle(calls=Calls.SECONDS)) == [
        "10 Down.",
        "11 Two.",
        "12 Three.",
        "13 Up.",
    ]


def test_only_the_last_three_reps_are_counted() -> None:
    style = CueStyle(Calls.NOTHING, Counts.LAST_THREE)
    assert called("nordic 1x5@3-0-1-0", style) == ["22 Three.", "26 Four.", "30 Five."]
    assert called("nordic 1x5@3-0-1-0 limit", style)[0] == "14 One."


def test_nothing_is_called_and_every_sound_stays() -> None:
    silent = CueStyle(Calls.NOTHING, Counts.NONE)
    timeline = build_timeline(workout("nordic 1x5@3-0-1-0"))
    assert called("nordic 1x5@3-0-1-0", silent) == []
    assert [c.clip for c in plan_cues(timeline, silent)] == [c.clip for c in plan_cues(timeline) if c.clip]


def test_what_is_not_to_be_spoken_is_captioned_and_takes_no_time_from_others() -> None:
    style = CueStyle(without_speech=frozenset({CueId.REP}))
    cues = plan_cues(build_timeline(workout("nordic 1x2@5-0-0-4")), style)
    assert [(c.text, c.says) for c in cues if c.at_s == 19] == [("One.", ()), ("Down.", ("down",))]


def test_what_the_voice_lacks_is_captioned() -> None:
    def no_names(says: tuple[str, ...]) -> float | None:
        return None if says[0].startswith("next") else estimated_s(says)

    first, *others = plan_cues(build_timeline(workout("nordic 1x10s")), phrase_s=no_names)
    assert (first.text, first.says) == ("Next: nordic.", ())
    assert others[-1].says == ("done", "one", "minute")


def test_every_unit_of_a_session_is_in_the_vocabulary() -> None:
    planned = workout("nordic 3x12@5-1-1-4 rest 240 each", "plank 2x300s rest 45")
    words = set(vocabulary(["nordic", "plank"]))
    for calls in Calls:
        spoken = plan_cues(build_timeline(planned), CueStyle(calls))
        assert {unit for cue in spoken for unit in cue.says} <= words


def test_rest_says_its_length_and_the_last_set_is_announced_before_it() -> None:
    spoken = heard("a 2x10s rest 40")
    assert "20 rest Rest, forty." in spoken
    assert "52 last_set Last set." in spoken


def test_last_exercise_is_announced_once() -> None:
    spoken = heard("a 1x10s rest 30", "b 2x10s rest 30")
    assert [line for line in spoken if "last_exercise" in line] == ["43 last_exercise Last exercise."]


def test_pips_and_go_count_down_to_every_work_step() -> None:
    timeline = build_timeline(workout("a 2x10s rest 2 each", "b 1x3"))
    cues = plan_cues(timeline)
    for step in (s for s in timeline.steps if s.kind is StepKind.WORK):
        pips = [c.at_s - step.at_s for c in cues if c.cue is CueId.PIP and -3 <= c.at_s - step.at_s < 0]
        assert pips == [-3, -2, -1]
        assert Cue(step.at_s, CueId.GO, clip="go") in cues


def test_cues_ahead_stop_in_an_open_set_and_begin_now() -> None:
    steps = build_timeline(workout("a 1x5 rest 30 own", "b 1x20s")).steps
    cues = cues_ahead(steps, 0, 8.5)
    assert [(c.at_s, c.cue) for c in cues] == [(0.5, CueId.PIP), (1.5, CueId.GO), (1.5, CueId.WORK)]


def test_speech_whose_sound_has_begun_is_still_to_come() -> None:
    steps = build_timeline(workout("a 1x20s")).steps
    first, *others = cues_ahead(steps, 0, 0.3)
    assert (round(first.at_s, 6), first.clip, first.says) == (0.2, "", ("next: a",))
    assert {cue.cue for cue in others}.isdisjoint({CueId.NEXT})
    assert cues_ahead(steps, 0, 0.6)[0].cue is CueId.PIP


def test_a_set_to_the_limit_is_called_beyond_its_plan() -> None:
    steps = build_timeline(workout("a 1x5@2-0-1-0 limit")).steps
    ahead = [cue for cue in cues_ahead(steps, 1, 0.0) if cue.cue is CueId.REP]
    planned = [cue for cue in cues_ahead(steps, 1, 0.0, through_open=True) if cue.cue is CueId.REP]
    assert len(planned) == 5
    assert [cue.at_s for cue in ahead[:8]] == [3, 6, 9, 12, 15, 18, 21, 24]


@given(workouts(), styles())
def test_nothing_spoken_overlaps(planned: Workout, style: CueStyle) -> None:
    spoken = [c for c in plan_cues(build_timeline(planned), style) if c.says]
    for one, other in pairwise(sorted(spoken, key=lambda cue: cue.speech_at_s)):
        assert one.speech_at_s + (estimated_s(one.says) or 0) + BREATH_S <= other.speech_at_s + 1e-6


@given(workouts(), st.data())
def test_cues_ahead_are_the_plan_shifted(planned: Workout, data: st.DataObject) -> None:
    timeline = build_timeline(planned)
    index = data.draw(st.integers(0, len(timeline.steps) - 1))
    ahead = cues_ahead(timeline.steps, index, 0.0, through_open=True)
    at_s = timeline.steps[index].at_s
    sounded = {(round(c.at_s, 6), c.cue) for c in ahead if c.clip}
    planned_later = {
        (round(c.at_s - at_s, 6), c.cue) for c in plan_cues(timeline) if c.clip and c.at_s > at_s
    }
    assert planned_later <= sounded
