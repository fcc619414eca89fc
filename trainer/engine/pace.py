"""How far a set has come at its called tempo, and what it counts as when it ends early."""

from __future__ import annotations

from trainer.domain.exercise import Kind
from trainer.domain.session import SetStatus
from trainer.domain.tempo import Phase
from trainer.domain.workout import SetTarget
from trainer.engine.timeline import Step, StepKind

NUDGE_S = 1e-9  # a rep is over at its very end, whatever floating point says

Result = tuple[SetStatus, int | None, float | None]


def reps_done(target: SetTarget, elapsed_s: float) -> int:
    """Reps completed after so many seconds at the called tempo; 0 where none is called."""
    if not target.called or target.tempo is None:
        return 0
    reps = int((elapsed_s + NUDGE_S) / target.tempo.rep_s)
    return reps if target.to_limit else min(reps, target.reps or 0)


def phase_at(step: Step, elapsed_s: float) -> tuple[Phase | None, float]:
    """Which part of a rep is called, and how many seconds ago it began; None and 0 where none is called."""
    tempo = step.target.tempo
    if step.kind is not StepKind.WORK or not step.target.called or tempo is None:
        return None, 0.0
    into_s = elapsed_s - int((elapsed_s + NUDGE_S) / tempo.rep_s) * tempo.rep_s
    phases = tempo.phases(step.item.begins_with)
    for phase, phase_s in phases[:-1]:
        if into_s < phase_s - NUDGE_S:
            return phase, max(0.0, into_s)
        into_s -= phase_s
    return phases[-1][0], into_s


def early_result(target: SetTarget, elapsed_s: float, *, skipped: bool) -> Result:
    """Status, reps and seconds of work that the athlete ended after `elapsed_s`.

    An open set that is done counts as its target (its limit counts what was called); a skipped one, or one
    that had a plan, counts what was done of it.
    """
    done = target.open and not skipped
    if target.kind is Kind.HOLD:
        held_s = float(int(elapsed_s + NUDGE_S))
        if skipped and not held_s:
            return SetStatus.SKIPPED, None, None
        return (SetStatus.DONE if done else SetStatus.PARTIAL), None, held_s
    reps = reps_done(target, elapsed_s)
    if done:
        return SetStatus.DONE, (reps or target.reps) if target.called else target.reps, None
    if skipped and not reps:
        return SetStatus.SKIPPED, None, None
    return SetStatus.PARTIAL, reps, None
