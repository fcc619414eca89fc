"""One session as a file for a watch's site."""

from __future__ import annotations

from pathlib import Path

from trainer.errors import ExchangeError
from trainer.exchange.output import whole_file
from trainer.store import Store

LAST = "last"
"""Stands for the newest session where an id is asked for."""


def write_session(store: Store, session_id: str, out: Path) -> int:
    """Writes the session as a FIT activity, whole or not at all; returns how many sets it has.

    Left and right are one set. Raises NoSuchEntry for a session that is not there, ExchangeError where the
    place cannot be written.
    """
    from trainer.exchange.fit_session import (  # start-up saving: the profile takes 0.2 s
        fit_of_session,
        worked,
    )

    if session_id == LAST:
        session = next(iter(store.sessions()), None)
        if session is None:
            raise ExchangeError("There is no session in the log yet.")
    else:
        session = store.session(session_id)
    sets = store.sets_of(session.id)
    content = fit_of_session(session, sets)
    with whole_file(out) as file:
        file.write(content)
    return len({done.set_id for done in worked(sets)})
