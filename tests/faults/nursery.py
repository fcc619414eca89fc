"""Makes processes that log sets until they are killed: imports once, then forks one for each order on stdin.

An order is a line `log FOLDER ROUND` or `make FOLDER`. The child writes one line for each thing that happens:
`B n` a transaction was begun, `C n` COMMIT is about to be called, `A n` the save of set n returned. When the
child is dead, this process writes `dead STATUS`.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from sqlalchemy import event

from tests.faults.load import numbered_session, pair
from tests.store.samples import HandClock
from trainer.paths import paths_for
from trainer.store import (
    Store,
    migrating,  # noqa: F401  # not once for each child
)


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def log_until_killed(folder: Path, session_id: str) -> None:
    store = Store.open(paths_for(folder), clock=HandClock())
    store.save_session(numbered_session(session_id))
    number = 0

    def tell_begin(_connection: object) -> None:
        say(f"B {number}")

    def tell_commit(_connection: object) -> None:
        say(f"C {number}")

    event.listen(store._db._writer, "begin", tell_begin)
    event.listen(store._db._writer, "commit", tell_commit)
    while True:
        # Every third write also goes into the undo journal.
        store.save_sets(pair(session_id, number), undo="" if number % 3 else "Add set")
        say(f"A {number}")
        number += 1


def make_until_killed(folder: Path) -> None:
    say("B 0")
    store = Store.open(paths_for(folder), clock=HandClock())
    store.save_session(numbered_session("made"))
    say("A 0")
    while True:
        store.save_session(numbered_session("made"))


def bear(order: list[str]) -> None:
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        say(f"dead {os.waitstatus_to_exitcode(status)}")
        return
    try:
        say(f"pid {os.getpid()}")
        if order[0] == "log":
            log_until_killed(Path(order[1]), order[2])
        else:
            make_until_killed(Path(order[1]))
    finally:
        traceback.print_exc()  # only a failure gets here
        os._exit(1)


if __name__ == "__main__":
    for line in sys.stdin:
        bear(line.split())
