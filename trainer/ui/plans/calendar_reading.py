"""What the calendar shows, read from the plans and the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trainer.domain.calendar import CalendarEntry
from trainer.domain.clock import Clock
from trainer.domain.session import local_date
from trainer.domain.under_way import Clash
from trainer.errors import TrainerError
from trainer.services.planning import Planning
from trainer.ui.plans.month import DoneLog, Month, days_of_month, month_of
from trainer.ui.wording import item_text


@dataclass(frozen=True, slots=True)
class Shown:
    """A month with its clashes, by the id of the workout's entry."""

    month: Month
    today: date
    clashes: Mapping[str, Sequence[Clash]]

    @property
    def clashing(self) -> int:
        """How many workouts had better stand on another day."""
        return sum(any(not clash.order_only for clash in clashes) for clashes in self.clashes.values())

    @property
    def movable(self) -> bool:
        """Whether there is a better day for one of them."""
        return any(clash.better for clashes in self.clashes.values() for clash in clashes)


class CalendarReading:
    """Reads only."""

    def __init__(self, planning: Planning, log: DoneLog, clock: Clock) -> None:
        self._planning, self._log, self._clock = planning, log, clock

    def today(self) -> date:
        """The local day."""
        return local_date(self._clock.utc_now(), self._clock.time_zone())

    def month(self, first: date) -> Shown:
        """The month that begins on this day. Raises StoreError."""
        today, days = self.today(), days_of_month(first)
        start, end = days[0], days[-1]
        entries = [self._titled(entry) for entry in self._planning.entries(start, end)]
        clashes = self._planning.clashes(max(start, today), end) if end >= today else []
        sessions = runs = None
        if start <= today:
            sessions = [one for one in self._log.session_heads(since=start) if one.day <= end]
            runs = [one for one in self._log.run_days(since=start) if one.day <= end]
        month = month_of(first, today, entries, clashes, sessions or (), runs or ())
        return Shown(month, today, _by_entry(clashes))

    def is_empty(self) -> bool:
        """Whether nothing at all was ever put on the calendar."""
        return not self._planning.under_way() and not self._planning.entries(date.min, date.max)

    def details(self, entry: CalendarEntry) -> list[str]:
        """What is in an entry, a line each."""
        lines = [entry.note] if entry.note else []
        if entry.plan_id or entry.workout_id:
            try:
                items = self._planning.workout_of(entry).items
            except TrainerError as error:
                return [*lines, str(error)]
            lines += [f"{item.exercise} · {item_text(item)}" for item in items]
        return lines

    def _titled(self, entry: CalendarEntry) -> CalendarEntry:
        """An entry without a title of its own bears that of its workout."""
        if entry.title or not (entry.plan_id or entry.workout_id):
            return entry
        try:
            return replace(entry, title=self._planning.workout_of(entry).name)
        except TrainerError:
            return entry


def _by_entry(clashes: Sequence[Clash]) -> Mapping[str, Sequence[Clash]]:
    found: dict[str, list[Clash]] = defaultdict(list)
    for clash in clashes:
        found[clash.entry.id].append(clash)
    return found
