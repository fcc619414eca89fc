"""Sets whose content follows from their number, so that a torn or foreign one shows."""

from __future__ import annotations

from dataclasses import replace

from tests.store.samples import full_set, session
from trainer.domain.exercise import Side
from trainer.domain.session import SessionLog, SetLog
from trainer.store import Store


def numbered_session(session_id: str) -> SessionLog:
    return session(session_id)


def pair(session_id: str, number: int) -> list[SetLog]:
    """Left and right of one set: one transaction."""
    one = replace(
        full_set(f"{session_id}-{number}", session_id, number),
        load_kg=number / 4,
        reps=number % 30,
        note=f"set {number} " * (1 + number % 40),
    )
    return [one, replace(one, side=Side.RIGHT, reps=(number + 1) % 30)]


def faults_of(store: Store, session_id: str, acknowledged: int) -> list[str]:
    """What is wrong with a log of which sets 0 … acknowledged - 1 were said to be saved."""
    found = store.sets_of(session_id)
    whole = [one for number in range(len(found) // 2) for one in pair(session_id, number)]
    faults = store.integrity()
    if len(found) < 2 * acknowledged:
        faults.append(f"lost: {len(found)} rows of {2 * acknowledged} acknowledged ones")
    if found != whole:
        faults.append("torn: the rows are not those of whole sets in order")
    return faults
