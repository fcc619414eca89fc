"""Days of the calendar put right: sessions moved, kept clear of races, and rescheduled when missed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trainer.domain.calendar import CalendarEntry
from trainer.domain.clashes import clashes_of, unfit_days
from trainer.domain.laying_out import ALL_DAYS, Terms
from trainer.domain.missed import Rewritten, arranged, day_in_time
from trainer.domain.moving import cleared, earliest_for, free_day, placed
from trainer.domain.plan_line import Stop, changed_entries, course_of, moved_to
from trainer.domain.rule import Reason
from trainer.domain.stats.habit import MOVED_DAYS
from trainer.domain.under_way import Clash, Rescheduled
from trainer.errors import PlanError
from trainer.services.calendar import waits
from trainer.services.plan_days import Heaviness, later, runs_of, taken_days, terms_of
from trainer.services.plans_under_way import PlansUnderWay


@dataclass(frozen=True, slots=True)
class _Line:
    """What waits of a plan, or one workout alone; `taken` are the days that have another workout."""

    stops: Sequence[Stop]
    terms: Terms
    taken: frozenset[date]
    last_done: date | None = None

    def place(self, entry: CalendarEntry) -> int | None:
        ids = [{one.id for one in stop.entries} for stop in self.stops]
        return next((n for n, of_stop in enumerate(ids) if entry.id in of_stop), None)


class Rearranging(PlansUnderWay):
    """What `PlansUnderWay` can, and single days of the calendar."""

    _settled: frozenset[str] = frozenset()

    def clashes(self, first: date, last: date) -> list[Clash]:
        """The workouts of these days that stand too near a race or a hard run, each with a better day."""
        workouts = [entry for entry in self.entries(first, last) if waits(entry)]
        runs = runs_of(self._store.calendar_between(first, later(last)))
        if not workouts or not runs:
            return []
        found = clashes_of(workouts, runs, self._heaviness())
        lines = self._lines(clash.entry for clash in found if not clash.order_only)
        return [
            clash if clash.order_only else replace(clash, better=self._better(clash.entry, lines))
            for clash in found
        ]

    def make_room(self, first: date, last: date, undo: str) -> list[Rescheduled]:
        """Moves what clashes in these days to the nearest day that is free for it, else to a later one."""
        window = (max(first, self.today()), last)
        clashing = [clash.entry for clash in self.clashes(*window) if not clash.order_only]
        before: list[Stop] = []
        after: list[Stop] = []
        for line in self._lines(clashing).values():
            before += line.stops
            after += cleared(line.stops, window, line.terms, line.taken, line.last_done)
        return self._move(before, after, {entry.id for entry in clashing}, Reason("moved-clear"), undo)

    def move(self, entry_id: str, day: date, undo: str) -> list[Rescheduled]:
        """Moves an entry; later sessions of its plan give way where they must. What moved, itself first.

        Raises PlanError where a plan's session would be too early.
        """
        entry = self.entry(entry_id)
        if entry.session_id:
            raise PlanError("What was done stays on its day.")
        line = self._lines([entry])[entry.plan_id or entry.id]
        index = line.place(entry)
        if index is None:
            raise PlanError("This session was left out, or a later one of its plan was done already.")
        if entry.plan_id:
            self._refuse_too_early(day, earliest_for(line.stops, index, line.last_done, line.terms))
        after = placed(line.stops, index, day, line.terms)
        ids = {one.id for one in line.stops[index].entries}
        return self._move(line.stops, after, ids, Reason("moved-by-you"), undo)

    def reschedule(self, undo: str) -> list[Rescheduled]:
        """Gives missed sessions another day by rule, all in one step; empty when none was missed.

        What was rescheduled and then undone is left alone for as long as the program runs.
        """
        put: list[CalendarEntry] = []
        gone: list[str] = []
        found: list[Rescheduled] = []
        for new, told in [*self._missed_of_plans(), *self._missed_alone()]:
            put += new.put
            gone += new.gone
            found += told
        self._settled |= {one.entry.id for one in found}
        if found:
            self._store.rewrite_calendar(put, gone=gone, undo=undo)
        return found

    def _missed_of_plans(self) -> Iterator[tuple[Rewritten, list[Rescheduled]]]:
        today = self.today()
        for started in self._store.plans_under_way():
            course = course_of(self._all(started), today)
            missed = {entry.id for stop in course.missed for entry in stop.entries}
            if started.paused_on is not None or missed <= self._settled:
                continue
            made = arranged(started.plan, course, today, self._terms(started), self._taken(started.id))
            if made is not None:
                yield self._arranged(started, course, course.missed, made)

    def _missed_alone(self) -> Iterator[tuple[Rewritten, list[Rescheduled]]]:
        """Workouts of no plan: of the last two days, each to a free day that is still in time."""
        today = self.today()
        lately = self.entries(later(today, -MOVED_DAYS), later(today, -1))
        missed = [one for one in lately if waits(one) and not one.plan_id and one.id not in self._settled]
        if not missed:
            return
        taken, runs, heavy = set(self._taken("")), self._runs(today), self._heaviness()
        for entry in missed:
            day = day_in_time(entry, today, taken | unfit_days(runs, heavy=heavy(entry)))
            if day is not None:
                taken.add(day)
                told = Rescheduled(entry, day, Reason("missed-alone-moves", {"days": MOVED_DAYS}))
                yield Rewritten((moved_to(entry, day),), ()), [told]

    def _heaviness(self) -> Heaviness:
        return Heaviness(self._store.plans_under_way(), self._library)

    def _taken(self, but: str) -> frozenset[date]:
        """The days from today on that have a workout of another plan, or of none."""
        return taken_days(self._ahead(), but)

    def _ahead(self) -> list[CalendarEntry]:
        return self._store.calendar_between(self.today(), date.max)

    def _lines(self, entries: Iterable[CalendarEntry]) -> dict[str, _Line]:
        """The lines that the entries stand in, each once, by their plan or their own id."""
        by_key = {entry.plan_id or entry.id: entry for entry in entries}
        ahead, heavy = self._ahead(), self._heaviness()
        return {key: self._line(key, entry, ahead, heavy) for key, entry in by_key.items()}

    def _line(
        self, key: str, entry: CalendarEntry, ahead: Sequence[CalendarEntry], heavy: Heaviness
    ) -> _Line:
        taken, runs = taken_days(ahead, key), runs_of(ahead)
        if entry.plan_id:
            started = self._store.started_plan(key)
            course = course_of(self._all(started), self.today())
            terms = terms_of(started.plan, started.weekdays, runs)
            return _Line(course.waiting, terms, taken, course.last_done)
        stop = Stop((0, 0), entry.day, (entry,))
        return _Line([stop], Terms(ALL_DAYS, unfit=unfit_days(runs, heavy=heavy(entry))), taken)

    def _better(self, entry: CalendarEntry, lines: Mapping[str, _Line]) -> date | None:
        line = lines[entry.plan_id or entry.id]
        index = line.place(entry)
        if index is None:
            return None
        return free_day(line.stops, index, self.today(), line.terms, line.taken, line.last_done)

    def _move(
        self, before: Sequence[Stop], after: Sequence[Stop], first: Collection[str], reason: Reason, undo: str
    ) -> list[Rescheduled]:
        """Writes the entries that are elsewhere now; those of the `first` ids first, the others gave way."""
        was = {entry.id: entry for stop in before for entry in stop.entries}
        changed = changed_entries(before, after)
        if changed:
            self._store.rewrite_calendar(changed, undo=undo)
        asked = [entry for entry in changed if entry.id in first]
        others = [entry for entry in changed if entry.id not in first]
        gave_way = Reason("moved-gives-way")
        return [
            *(Rescheduled(was[entry.id], entry.day, reason) for entry in asked),
            *(Rescheduled(was[entry.id], entry.day, gave_way) for entry in others),
        ]
