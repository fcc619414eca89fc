"""What a session sounds and says, from its steps alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trainer.domain.cue import Calls, Counts, Cue, CueId, CueStyle
from trainer.domain.exercise import Kind, Side
from trainer.domain.tempo import Phase, Tempo
from trainer.domain.words import minutes_words, number_word
from trainer.engine.speech import PhraseLength, estimated_s, next_unit, number_units
from trainer.engine.timeline import Step, StepKind, Timeline

HALF_WAY_FROM_S = 20.0
HALF_WAY_SPOKEN_FROM_S = 40.0
TEN_SECONDS_FROM_S = 45.0
COUNTED_LAST = 3
BREATH_S = 0.1  # between two phrases (own rule)
_AFTER_NEXT_S = 3.0  # room for "Next: …" before "Last set."
_PIPS_S = 3.0
_SAME_S = 1e-9
_ENDLESS_REPS = 100

_PHASE_WORDS = {Phase.LOWERING: "Down.", Phase.BOTTOM: "Hold.", Phase.LIFTING: "Up.", Phase.TOP: "Hold."}
_PHASE_CLIPS = {Phase.LOWERING: "phase_down", Phase.BOTTOM: "", Phase.LIFTING: "phase_up", Phase.TOP: ""}
PLAIN = CueStyle()


def plan_cues(
    timeline: Timeline, style: CueStyle = PLAIN, phrase_s: PhraseLength = estimated_s
) -> tuple[Cue, ...]:
    """All cues of a session at the planned pace, by time; nothing spoken overlaps."""
    return cues_ahead(timeline.steps, 0, 0.0, style, phrase_s, through_open=True)


def cues_ahead(
    steps: Sequence[Step],
    index: int,
    elapsed_s: float,
    style: CueStyle = PLAIN,
    phrase_s: PhraseLength = estimated_s,
    *,
    through_open: bool = False,
) -> tuple[Cue, ...]:
    """The cues still to come, `at_s` counted from now, which is `elapsed_s` into step `index`.

    They reach to the end of the session, or into the next open step, whose end nobody knows: a set to the
    limit goes on being called there. With `through_open` open steps end as planned. `phrase_s` knows how long
    the voice takes; what it cannot say is captioned alone.
    """
    cues: list[Cue] = []
    at_s = -elapsed_s
    for step in steps[index:]:
        endless = step.open and not through_open
        calls = step_cues(steps, step.index, style, endless=endless)
        cues += (replace(cue, at_s=at_s + cue.at_s) for cue in calls)
        at_s += step.duration_s
        if endless:
            break
    else:
        length_s = at_s + elapsed_s + sum(step.duration_s for step in steps[:index])
        cues.append(_finished(at_s, length_s))
    coming = sorted((cue for part in cues for cue in _coming(part)), key=lambda cue: (cue.at_s, cue.rank))
    return _without_overlaps([_spoken(cue, style, phrase_s) for cue in coming], phrase_s)


def _coming(cue: Cue) -> Iterator[Cue]:
    """What of a cue is still to come: all of it, its speech when the earcon has begun, or nothing."""
    if cue.at_s >= 0:
        yield cue
    elif cue.text and cue.speech_at_s >= 0:
        yield replace(cue, at_s=cue.speech_at_s, clip="")


def step_cues(steps: Sequence[Step], index: int, style: CueStyle, *, endless: bool = False) -> list[Cue]:
    """The cues of one step, `at_s` counted from its start; `endless` calls reps until somebody stops."""
    step = steps[index]
    match step.kind:
        case StepKind.GET_READY:
            return [*_next(step), *_announcements(steps, index), *_pips(step)]
        case StepKind.CHANGE_SIDES:
            text = f"Change sides. {step.side.capitalize()}."
            cue = Cue(0.0, CueId.CHANGE_SIDES, text, "change_sides", ("change sides", str(step.side)))
            return [cue, *_pips(step)]
        case StepKind.REST:
            rest_s = round(step.item.rest_s)
            says = ("rest", *number_units(rest_s))
            return [Cue(0.0, CueId.REST, f"Rest, {number_word(rest_s)}.", "rest", says)]
        case StepKind.WORK:
            return [
                Cue(0.0, CueId.GO, clip="go"),
                Cue(0.0, CueId.WORK, clip="work"),
                *_work(step, style, endless=endless),
            ]


def _finished(at_s: float, length_s: float) -> Cue:
    minutes = max(1, round(length_s / 60))
    says = ("done", *number_units(minutes), "minute" if minutes == 1 else "minutes")
    return Cue(at_s, CueId.FINISHED, f"Done. {minutes_words(length_s)}.", "finished", says)


def _next(step: Step) -> Iterator[Cue]:
    name, sided = step.item.short_name, step.side is not Side.BOTH
    text = f"Next: {name}, {step.side}." if sided else f"Next: {name}."
    says = (next_unit(name), str(step.side)) if sided else (next_unit(name),)
    yield Cue(0.0, CueId.NEXT, text, "next", says)


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
    if step.opens and len(exercises) > 1 and later == {step.item.exercise_id}:
        yield Cue(at_s, CueId.LAST_EXERCISE, "Last exercise.", says=("last exercise",))
    elif not step.target.warm_up and step.set_no == step.of_sets > 1:
        yield Cue(at_s, CueId.LAST_SET, "Last set.", says=("last set",))


def _work(step: Step, style: CueStyle, *, endless: bool) -> Iterator[Cue]:
    if step.target.called:
        yield from _reps(step, style, endless=endless)
    elif step.target.kind is Kind.HOLD and not step.open:
        yield from _hold(step.duration_s)


def _hold(hold_s: float) -> Iterator[Cue]:
    if hold_s >= HALF_WAY_FROM_S:
        spoken = hold_s >= HALF_WAY_SPOKEN_FROM_S
        text, says = ("Half-way.", ("half-way",)) if spoken else ("", ())
        yield Cue(hold_s / 2, CueId.HALF_WAY, text, "half_way", says)
    if hold_s >= TEN_SECONDS_FROM_S:
        yield Cue(hold_s - 10, CueId.TEN_SECONDS, "Ten seconds.", says=("ten seconds",))


def _reps(step: Step, style: CueStyle, *, endless: bool) -> Iterator[Cue]:
    """The phases of each rep and the count of those done."""
    tempo = step.target.tempo
    if tempo is None:
        return
    reps = step.target.reps or 0
    counted_from = 1 if style.counts is Counts.EACH or step.target.to_limit else reps - COUNTED_LAST + 1
    for rep in range(1, reps + (_ENDLESS_REPS if endless else 0) + 1):
        at_s = (rep - 1) * tempo.rep_s
        for phase, phase_s in tempo.phases(step.item.begins_with):
            yield from _phase(at_s, phase, phase_s, tempo, style)
            at_s += phase_s
        yield _rep(rep * tempo.rep_s, rep, spoken=_is_counted(style) and rep >= counted_from)


def _is_counted(style: CueStyle) -> bool:
    """Reps have no numbers while seconds do: nobody could tell one from the other (own rule)."""
    return style.counts is not Counts.NONE and style.calls is not Calls.SECONDS


def _rep(at_s: float, rep: int, *, spoken: bool) -> Cue:
    if not spoken:
        return Cue(at_s, CueId.REP, clip="rep")
    return Cue(at_s, CueId.REP, f"{number_word(rep).capitalize()}.", "rep", number_units(rep))


def _phase(at_s: float, phase: Phase, phase_s: float, tempo: Tempo, style: CueStyle) -> Iterator[Cue]:
    """The tick and word at its start; then its seconds, where they are counted: down, two, three."""
    word, clip = _PHASE_WORDS[phase], _PHASE_CLIPS[phase]
    if phase is Phase.TOP and not tempo.lifting_s:
        word, clip = "Back.", "phase_up"  # where no lifting is counted, the top pause is the way back
    if style.calls is Calls.NOTHING:
        yield Cue(at_s, CueId.PHASE, clip=clip)
        return
    yield Cue(at_s, CueId.PHASE, word, clip, (word.lower().rstrip("."),))
    if style.calls is Calls.SECONDS:
        for second in range(2, int(phase_s) + 1):
            text = f"{number_word(second).capitalize()}."
            yield Cue(at_s + second - 1, CueId.PHASE, text, says=number_units(second))


def _spoken(cue: Cue, style: CueStyle, phrase_s: PhraseLength) -> Cue:
    """The cue, without its speech where that is not wanted or cannot be said; its caption stays."""
    unsaid = cue.says and (cue.cue in style.without_speech or phrase_s(cue.says) is None)
    return replace(cue, says=()) if unsaid else cue


def _without_overlaps(cues: Sequence[Cue], phrase_s: PhraseLength) -> tuple[Cue, ...]:
    """Drops the speech that would overlap a more important one, with its caption; sounds stay."""
    taken: list[tuple[float, float]] = []
    dropped: set[int] = set()
    for cue in sorted((c for c in cues if c.says), key=lambda c: (c.rank, c.at_s)):
        length_s = phrase_s(cue.says) or 0.0
        if not _take(taken, cue.speech_at_s, cue.speech_at_s + length_s + BREATH_S):
            dropped.add(id(cue))
    left = [replace(cue, text="", says=()) if id(cue) in dropped else cue for cue in cues]
    return tuple(cue for cue in left if cue.text or cue.clip)


def _take(taken: list[tuple[float, float]], begins_s: float, ends_s: float) -> bool:
    """Reserves a stretch of time among those that are taken, sorted and disjoint, if it is free."""
    place = bisect_left(taken, (begins_s, ends_s))
    if place and taken[place - 1][1] > begins_s + _SAME_S:
        return False
    if place < len(taken) and taken[place][0] < ends_s - _SAME_S:
        return False
    taken.insert(place, (begins_s, ends_s))
    return True
