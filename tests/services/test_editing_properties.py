from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import BEGIN, WORKOUT, HandClock, full_set, logged, own_exercise, session
from trainer.domain.exercise import Side
from trainer.domain.session import SetLog, SetStatus
from trainer.paths import paths_for
from trainer.services.editing import Editing, SessionDetail, SessionEntry
from trainer.services.past_session import PastSessions
from trainer.services.transfer import Transfer
from trainer.store import Store

CHANGES: tuple[dict[str, object], ...] = (
    {"reps": 0},
    {"reps": 12},
    {"hold_s": 33.5},
    {"load_kg": 12.345},
    {"load_kg": None},
    {"lean_deg": 40},
    {"rpe": 9.5},
    {"rpe": None},
    {"pain": 6, "pain_area": "calf"},
    {"pain": None},
    {"note": '=2+2 "x"\r\n ✓'},
    {"warm_up": True},
    {"warm_up": False},
    {"status": SetStatus.SKIPPED},
    {"status": SetStatus.PARTIAL},
    {"status": SetStatus.DONE},
)


class Hand:
    """Edits at random, as a seed has it, whatever is in the log."""

    def __init__(self, log: Store, clock: HandClock, seed: int) -> None:
        self._random = random.Random(seed)
        self._editing = Editing(log, clock)
        self._past = PastSessions(log, clock)
        self._log = log

    def edit(self) -> None:
        heads = self._log.session_heads()
        if not heads or self._random.random() < 0.1:
            begun = self._past.now() - timedelta(days=self._days())
            self._past.add(WORKOUT, SessionEntry(begun, self._random.choice((None, 25))), "Log")
            return
        detail = self._editing.detail(self._random.choice(heads).id)
        if detail.rows and self._random.random() < 0.6:
            self._edit_set(self._random.choice(detail.rows))
        else:
            self._edit_session(detail)

    def _days(self) -> int:
        return self._random.randrange(1, 400)

    def _edit_set(self, row: SetLog) -> None:
        match self._random.randrange(5):
            case 0:
                self._editing.add_again(row, "Add")
            case 1:
                self._editing.delete_rows([row], "Delete")
            case _:
                self._editing.change_set(replace(row, **self._random.choice(CHANGES)), "Change")

    def _edit_session(self, detail: SessionDetail) -> None:
        key = detail.session.id
        others = self._editing.neighbours(key)
        match self._random.randrange(6):
            case 0 if others:
                self._editing.merge(key, self._random.choice(others).id, "Merge")
            case 1:
                self._editing.delete(key, "Delete")
            case 2:
                self._editing.add_exercise(key, own_exercise(), "Add")
            case 3:
                note = self._random.choice(("", "slow", "rainy"))
                entry = replace(detail.entry, session_rpe=self._random.randrange(11), note=note)
                self._editing.change_session(key, entry, "Note")
            case _:
                begun = detail.entry.begun - timedelta(days=self._days())
                minutes = self._random.choice((None, 10.0, 45.0))
                self._editing.change_session(key, replace(detail.entry, begun=begun, minutes=minutes), "Move")


def exported(log: Store, clock: HandClock, folder: Path) -> bytes:
    Transfer(log, clock).export(folder / "log.csv")
    return (folder / "log.csv").read_bytes()


def filled(folder: Path, clock: HandClock) -> Store:
    log = Store.open(paths_for(folder), clock=clock)
    for number in range(3):
        begun = BEGIN + timedelta(hours=5 * number)
        log.save_session(
            session(f"s{number}", at=begun, ended_at=begun + timedelta(minutes=30), session_rpe=number)
        )
        log.save_sets(
            (
                logged(f"a{number}", f"s{number}", 1, completed_at=begun),
                full_set(f"b{number}", f"s{number}", 2, Side.LEFT),
                full_set(f"b{number}", f"s{number}", 2, Side.RIGHT),
            )
        )
    return log


@settings(max_examples=15)
@given(seed=st.integers(0, 2**32), edits=st.integers(1, 25))
def test_random_edits_are_taken_back_and_done_again_to_the_byte(seed: int, edits: int) -> None:
    clock = HandClock(BEGIN + timedelta(days=500))
    with TemporaryDirectory() as name:
        folder = Path(name)
        log = filled(folder, clock)
        hand = Hand(log, clock, seed)
        before = exported(log, clock, folder)
        for _ in range(edits):
            hand.edit()
            rows = [row for head in log.session_heads() for row in log.sets_of(head.id)]
            assert len({(row.session_id, row.set_index, row.side) for row in rows}) == len(rows)
        after = exported(log, clock, folder)
        steps = 0
        while log.undo() is not None:
            steps += 1
        assert steps <= edits
        assert exported(log, clock, folder) == before
        log.close()
        log = Store.open(paths_for(folder), clock=clock)
        while log.redo() is not None:
            steps -= 1
        assert steps == 0
        assert exported(log, clock, folder) == after
        assert log.integrity() == []
        log.close()
