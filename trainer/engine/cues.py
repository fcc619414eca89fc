"""What a session sounds and says, from its steps alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trainer.domain.cue import Cue, CueId
from trainer.domain.exercise import Kind, Side
from trainer.domain.tempo import Phase, Tempo
from trainer.domain.words import minutes_words, number_word
from trainer.engine.timeline import Step, StepKind, Timeline

HALF_WAY_FROM_S = 20.0
HALF_WAY_SPOKEN_FROM_S = 40.0
TEN_SECONDS_FROM_S = 45.0
_AFTER_NEXT_S = 3.0  # room for "Next: …" before "Last set."
_PIPS_S = 3.0
_ENDLESS_REPS = 100

# How long speech is taken to last: three words a second and a breath (own rule, until a voice is measured).
_WORD_S = 0.33
_BREATH_S = 0.2

_PHASE_WORDS = {Phase.LOWERING: "Down.", Phase.BOTTOM: "Hold.", Phase.LIFTING: "Up.", Phase.TOP: "Hold."}
_PHASE_CLIPS = {Phase.LOWERING: "phase_down", Phase.BOTTOM: "", Phase.LIFTING: "phase_up", Phase.TOP: ""}


def plan_cues(timeline: Timeline) -> tuple[Cue, ...]:
    """All cues of a session at the planned pace, by time; nothing spoken overlaps."""
    return cues_ahead(timeline.steps, 0, 0.0, through_open=True)


def cues_ahead(
    steps: Sequence[Step], index: int, elapsed_s: float, *, through_open: bool = False
) -> tuple[Cue, ...]:
    """The cues still to come, `at_s` counted from now, which is `elapsed_s` into step `index`.

    They reach to the end of the session, or into the next open step, whose end nobody knows: a set to the
    limit goes on being called there. With `through_open` open steps end as planned.
    """
    cues: list[Cue] = []
    at_s = -elapsed_s
    for step in steps[index:]:
        endless = step.open and not through_open
        cues += (replace(cue, at_s=at_s + cue.at_s) for cue in step_cues(steps, step.index, endless=endless))
        at_s += step.duration_s
        if step.open and not through_open:
            break
    else:
        length_s = at_s + elapsed_s + sum(step.duration_s for step in steps[:index])
        cues.append(Cue(at_s, CueId.FINISHED, f"Done. {minutes_words(length_s)}.", "finished"))
    coming = sorted((cue for cue in cues if cue.at_s >= 0), key=lambda cue: (cue.at_s, cue.rank))
    return _without_overlaps(coming)


def step_cues(steps: Sequence[Step], index: int, *, endless: bool = False) -> list[Cue]:
    """The cues of one step, `at_s` counted from its start; `endless` calls reps until somebody stops."""
    step = steps[index]
    match step.kind:
        case StepKind.GET_READY:
            return [*_next(step), *_announcements(steps, index), *_pips(step)]
        case StepKind.CHANGE_SIDES:
            text = f"Change sides. {step.side.capitalize()}."
            return [Cue(0.0, CueId.CHANGE_SIDES, text, "change_sides"), *_pips(step)]
        case StepKind.REST:
            text = f"Rest, {number_word(round(step.item.rest_s))}."
            return [Cue(0.0, CueId.REST, text, "rest")]
        case StepKind.WORK:
            return [
                Cue(0.0, CueId.GO, clip="go"),
                Cue(0.0, CueId.WORK, clip="work"),
                *_work(step, endless=endless),
            ]


def _next(step: Step) -> Iterator[Cue]:
    side = "" if step.side is Side.BOTH else f", {step.side}"
    yield Cue(0.0, CueId.NEXT, f"Next: {step.item.short_name}{side}.", "next")


def _pips(step: Step) -> Iterator[Cue]:
    return (Cue(step.duration_s - before_s, CueId.PIP, clip="pip") for before_s in (3.0, 2.0, 1.0))


def _announcements(steps: Sequence[Step], index: int) -> Iterator[Cue]:
    """What is special about the set to come, where there is room between the name and the pips."""
    step = steps[index]
    if step.duration_s < _AFTER_NEXT_S + _PIPS_S:
        at_s = -_AFTER_NEXT_S if index and steps[index - 1].kind is StepKind.REST else _AFTER_NEXT_S
    else:
        at_s = _AFTER_NEXT_S
    exercises = {s.item.exercise_id for s in steps}
    later = {s.item.exercise_id for s in steps[index:]}
    if step.set_no == 1 and len(exercises) > 1 and later == {step.item.exercise_id}:
        yield Cue(at_s, CueId.LAST_EXERCISE, "Last exercise.")
    elif step.set_no == step.of_sets > 1:
        yield Cue(at_s, CueId.LAST_SET, "Last set.")


def _work(step: Step, *, endless: bool) -> Iterator[Cue]:
    if step.target.called:
        yield from _reps(step, (step.target.reps or 0) + (_ENDLESS_REPS if endless else 0))
    elif step.target.kind is Kind.HOLD and not step.open:
        yield from _hold(step.duration_s)


def _hold(hold_s: float) -> Iterator[Cue]:
    if hold_s >= HALF_WAY_FROM_S:
        text = "Half-way." if hold_s >= HALF_WAY_SPOKEN_FROM_S else ""
        yield Cue(hold_s / 2, CueId.HALF_WAY, text, "half_way")
    if hold_s >= TEN_SECONDS_FROM_S:
        yield Cue(hold_s - 10, CueId.TEN_SECONDS, "Ten seconds.")


def _reps(step: Step, reps: int) -> Iterator[Cue]:
    """The phases of each rep and the count of those done."""
    tempo = step.target.tempo
    if tempo is None:
        return
    for rep in range(reps):
        at_s = rep * tempo.rep_s
        for phase, phase_s in tempo.phases(step.item.begins_with):
            yield Cue(at_s, CueId.PHASE, *_call(phase, tempo))
            at_s += phase_s
        yield Cue((rep + 1) * tempo.rep_s, CueId.REP, f"{number_word(rep + 1).capitalize()}.", "rep")


def _call(phase: Phase, tempo: Tempo) -> tuple[str, str]:
    """The word and the tick of a phase; where no lifting is counted, the top pause is the way back."""
    if phase is Phase.TOP and not tempo.lifting_s:
        return "Back.", "phase_up"
    return _PHASE_WORDS[phase], _PHASE_CLIPS[phase]


def _without_overlaps(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Drops the speech that would overlap a more important one; sounds stay."""
    spoken: list[Cue] = []
    for cue in sorted((c for c in cues if c.text), key=lambda c: (c.rank, c.at_s)):
        if not any(_overlap(cue, other) for other in spoken):
            spoken.append(cue)
    kept = {id(cue) for cue in spoken}
    heard = (cue if id(cue) in kept else replace(cue, text="") for cue in cues)
    return tuple(cue for cue in heard if cue.text or cue.clip)


def _overlap(one: Cue, other: Cue) -> bool:
    return one.at_s < other.at_s + _speech_s(other) and other.at_s < one.at_s + _speech_s(one)


def _speech_s(cue: Cue) -> float:
    return _BREATH_S + _WORD_S * len(cue.text.split())
