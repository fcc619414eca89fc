"""What the player says in letters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trainer.domain.exercise import Kind, Side
from trainer.domain.session import SetLog
from trainer.domain.workout import SetTarget
from trainer.engine.timeline import Step, StepKind

KG_IN_LB = 0.45359237


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("session", text)


def phase_word(kind: StepKind) -> str:
    return {
        StepKind.GET_READY: tr("GET READY"),
        StepKind.WORK: tr("WORK"),
        StepKind.CHANGE_SIDES: tr("CHANGE SIDES"),
        StepKind.REST: tr("REST"),
    }[kind]


PHASE_ICONS = {
    StepKind.GET_READY: "timer",
    StepKind.WORK: "activity",
    StepKind.CHANGE_SIDES: "arrow-left-right",
    StepKind.REST: "hourglass",
}


def side_word(side: Side) -> str:
    """`LEFT`, `RIGHT`, or nothing for both."""
    return {Side.LEFT: tr("LEFT"), Side.RIGHT: tr("RIGHT"), Side.BOTH: ""}[side]


def set_words(step: Step) -> str:
    """`Set 1 of 3` for a working set; those to warm up have numbers of their own."""
    if step.target.warm_up:
        one, many = tr("Warm-up"), tr("Warm-up {0} of {1}")
        return one if step.of_sets == 1 else many.format(step.set_no, step.of_sets)
    return tr("Set {0} of {1}").format(step.set_no, step.of_sets)


def target_words(target: SetTarget) -> str:
    """`8 reps`, `20 s`, `8 reps, own pace`, `to the limit`."""
    if target.to_limit:
        return tr("to the limit")
    if target.kind is Kind.HOLD:
        return tr("{0} s").format(f"{target.hold_s or 0:g}")
    text = tr("1 rep") if target.reps == 1 else tr("{0} reps").format(target.reps)
    return tr("{0}, own pace").format(text) if target.own_pace else text


def load_words(load_kg: float | None, unit: str) -> str:
    if load_kg is None:
        return ""
    amount = load_kg / KG_IN_LB if unit == "lb" else load_kg
    return f"{round(amount, 2):g} {unit}"


def result_words(row: SetLog) -> str:
    """`8 reps` or `20 s`."""
    if row.target.kind is Kind.HOLD:
        return tr("{0} s").format(f"{row.hold_s or 0:g}")
    return tr("1 rep") if row.reps == 1 else tr("{0} reps").format(row.reps or 0)


def last_words(row: SetLog | None, unit: str) -> str:
    """What was done the last time, in a few words; empty when there was none."""
    if row is None:
        return ""
    parts = [result_words(row), load_words(row.load_kg, unit)]
    parts += [tr("RPE {0}").format(f"{row.rpe:g}")] if row.rpe is not None else []
    parts += [f"{row.lean_deg}°"] if row.lean_deg is not None else []
    return tr("Last time: {0}").format(" · ".join(part for part in parts if part))


def time_left_words(seconds: float) -> str:
    """Whole minutes, rounded up; under one minute says so."""
    minutes = int(seconds // 60)
    return tr("{0} min left").format(minutes + 1) if minutes >= 1 else tr("under 1 min left")


def coming_words(step: Step, following: Step | None, next_work: Step | None) -> str:
    """What comes after the step under way, in a word or a name that can be read from afar."""
    match step.kind:
        case StepKind.GET_READY:
            return target_words(step.target)
        case StepKind.CHANGE_SIDES:
            return side_word(step.side)
        case StepKind.REST:
            return next_work.item.short_name if next_work is not None else tr("Finish")
    if following is None:
        return tr("Finish")
    if following.kind is StepKind.CHANGE_SIDES:
        return tr("Change sides")
    if following.kind is StepKind.REST:
        return tr("Rest {0} s").format(f"{following.item.rest_s:g}")
    return following.item.short_name


def slept_words(seconds: float) -> str:
    """Why the session stands still, after a sleep or a standstill of the machine."""
    if seconds < 90:
        return tr("Paused: the computer stood still for {0} s.").format(round(seconds))
    return tr("Paused: the computer slept for {0} min.").format(round(seconds / 60))
