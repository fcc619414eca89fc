"""A word about times that have not come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain

from trainer.domain.transfer import ImportBatch

_TOMORROW = timedelta(days=1)


def future(batch: ImportBatch, now: datetime) -> Iterator[str]:
    """A sentence where more than a zone's difference lies between `now` and what was recorded after it."""
    times = chain(
        (session.started_at for session in batch.sessions),
        (checkin.at for checkin in batch.checkins),
        (run.started_at for run in batch.runs),
    )
    late = sum(at > now + _TOMORROW for at in times)
    if late:
        yield f"{late} of the times lie in the future; was the clock of that computer right?"
