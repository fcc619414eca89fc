"""How much was done: seconds under tension, kilograms moved, the load of a session."""

from __future__ import annotations

from trainer.domain.tempo import Tempo


def tension_s(tempo: str, reps: float | None, hold_s: float | None) -> float:
    """Time under tension in seconds: reps × the tempo's sum, and the seconds held (arithmetic).

    Reps without a known tempo count nothing: their time is not known. No threshold for health is known.
    """
    held_s = float(hold_s or 0)
    if not reps:
        return held_s
    try:
        return held_s + reps * Tempo.parse(tempo).rep_s
    except ValueError:
        return held_s


def session_load_au(session_rpe: float | None, minutes: float | None) -> float | None:
    """Load of a session in arbitrary units: session RPE (0–10) × the session's minutes (foster2001).

    None where either is not known. The minutes are the whole session's, not those under tension. Loads of
    runs are never added: a run's and a strength session's units are not the same thing.
    """
    if session_rpe is None or minutes is None or minutes < 0:
        return None
    return session_rpe * minutes


def change_percent(now: float | None, before: float | None) -> float | None:
    """From one week to the next in per cent: 100 × (now ÷ before − 1).

    None where either is not known or there was nothing before. Only told, never judged: studies of runners
    found no relation between it and injury (frandsen2025, fredette2022).
    """
    if now is None or not before:
        return None
    return 100 * (now / before - 1)
