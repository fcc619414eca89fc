"""Which session was done for which entry, where nobody said so."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.domain.plans import MONDAY
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.fulfilment import DoneSession, fulfilled


def entry(key: str, day: int, **more: object) -> CalendarEntry:
    values = {"title": "Nordics", "plan_id": "p", "week": 1, "position": 0} | more
    return CalendarEntry(key, MONDAY + timedelta(days=day), EntryKind.WORKOUT, **values)  # type: ignore[arg-type]


def session(key: str, day: int, **more: object) -> DoneSession:
    values = {"plan_id": "p"} | more
    return DoneSession(key, MONDAY + timedelta(days=day), **values)  # type: ignore[arg-type]


def found(entries: list[CalendarEntry], *sessions: DoneSession) -> list[str]:
    return [one.session_id for one in fulfilled(entries, sessions)]


@pytest.mark.rule("done-in-time")
@pytest.mark.parametrize(("late", "counts"), [(-1, False), (0, True), (1, True), (2, True), (3, False)])
def test_a_session_counts_on_its_day_or_up_to_two_days_later(late: int, counts: bool) -> None:
    assert found([entry("a", 0)], session("s", late)) == (["s"] if counts else [""])


def test_it_is_known_by_plan_id_plan_name_or_workout() -> None:
    single = entry("a", 0, plan_id="", week=None, position=None, workout_id="w")
    assert found([entry("a", 0)], session("s", 0, plan_id="", plan="Nordics")) == ["s"]
    assert found([entry("a", 0)], session("s", 0, plan_id="other", plan="Other")) == [""]
    assert found([single], session("s", 0, plan_id="", workout_id="w")) == ["s"]
    assert found([single], session("s", 0, plan_id="", workout_id="v")) == [""]
    assert found([entry("a", 0, title="")], session("s", 0, plan_id="")) == [""]


def test_each_session_counts_once_for_the_entry_nearest_before_it() -> None:
    two = [entry("a", 0), entry("b", 1)]
    assert found(two, session("s", 1)) == ["", "s"]
    assert found(two, session("s", 1), session("t", 2)) == ["t", "s"]
    taken = [entry("a", 0, session_id="s"), entry("b", 1)]
    assert found(taken, session("s", 1)) == ["s", ""]


def test_skipped_entries_and_runs_are_not_fulfilled() -> None:
    race = CalendarEntry("r", MONDAY, EntryKind.RACE)
    assert found([entry("a", 0, skipped=True), race], session("s", 0)) == ["", ""]
