"""Plans on a real calendar: every step is written, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.plans import plan_of
from tests.fakes import FakeClock
from tests.store.samples import session
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.change import Changed
from trainer.domain.plan import Footing, Plan, PlannedExercise, PlannedSession, PlanWeek
from trainer.domain.under_way import Rescheduled, Started
from trainer.errors import NoSuchEntry, PlanError
from trainer.services.library import Library
from trainer.services.own_plans import blank_plan
from trainer.services.planning import Planning
from trainer.services.saying import RuleTexts
from trainer.store import Store

WEDNESDAY = date(2026, 3, 4)
"""The day on which `FakeClock` stands."""
MWF = (1, 3, 5)
DAY_S = 86_400.0
NORDIC_10 = "nordic-10-weeks"


@pytest.fixture
def planning(store: Store, library: Library, fake_clock: FakeClock) -> Planning:
    return fresh(store, library, fake_clock)


def fresh(store: Store, library: Library, clock: FakeClock) -> Planning:
    """Another start of the program on the same log."""
    numbers = count(len(store.calendar_between(date.min, date.max)))
    return Planning(store, clock, library, lambda: f"id-{next(numbers):05d}")


@pytest.fixture
def train(store: Store, planning: Planning, fake_clock: FakeClock) -> Callable[[], str]:
    """Has what is due today be done, told to the planning."""
    numbers = count(1)

    def done() -> str:
        due = planning.due()
        assert due is not None
        key = f"done-{next(numbers)}"
        store.save_session(session(key, at=fake_clock.utc_now(), ended_at=fake_clock.utc_now()))
        planning.fulfil(due.id, key)
        return due.id

    return done


def ahead(planning: Planning) -> list[CalendarEntry]:
    return planning.entries(planning.today(), date.max)


def places(entries: list[CalendarEntry]) -> list[tuple[int | None, int]]:
    """Week, and days from the Wednesday that all begins on."""
    return [(entry.week, (entry.day - WEDNESDAY).days) for entry in entries]


def reasons(found: list[Rescheduled]) -> list[str]:
    """The rules that they go by; each can be said."""
    assert all(RuleTexts().text(reason) for reason in {one.reason.rule: one.reason for one in found}.values())
    return [one.reason.rule for one in found]


def race(day: date, kind: EntryKind = EntryKind.RACE, **more: object) -> CalendarEntry:
    return CalendarEntry("", day, kind, **({"title": "City 10 km"} | more))  # type: ignore[arg-type]


# Starting


def test_a_preview_writes_nothing_and_a_start_writes_just_that(planning: Planning, store: Store) -> None:
    told: list[frozenset[Changed]] = []
    store.subscribe(lambda change: told.append(change.kinds))
    plan = planning.plan(NORDIC_10)
    layout = planning.preview(plan, WEDNESDAY, MWF)
    assert (told, ahead(planning)) == ([], [])
    started = planning.start(plan, WEDNESDAY, MWF, "Start")
    assert told == [{Changed.PLANS, Changed.CALENDAR}]
    assert (started.done, started.of, started.plan, started.weekdays) == (0, 27, plan, MWF)
    assert places(ahead(planning)) == places(list(layout.entries))
    assert planning.under_way() == [started]
    assert store.undo() == "Start"
    assert (ahead(planning), planning.under_way()) == ([], [])
    assert store.redo() == "Start"
    assert planning.under_way() == [started]


def test_a_plan_under_way_is_as_it_was_when_it_was_started(planning: Planning) -> None:
    plan = planning_plan(planning, 2, 2)
    started = planning.start(plan, WEDNESDAY, MWF, "Start")
    planning.save_plan(replace(plan, name="Other", weeks=plan.weeks[:1]), "Save")
    assert planning.started(started.id).plan == plan
    planning.delete_plan(plan.id, "Delete")
    assert planning.started(started.id).plan == plan


def planning_plan(planning: Planning, *counts: int, **more: int) -> Plan:
    """A plan of one's own that is saved."""
    planning.save_plan(plan_of(*counts, **more), "Save")
    return planning.plan("some-plan")


def test_what_cannot_be_started_is_told_in_a_sentence(planning: Planning) -> None:
    plan = plan_of(2)
    with pytest.raises(PlanError, match="information"):
        planning.start(replace(plan, self_start=False), WEDNESDAY, MWF, "Start")
    with pytest.raises(PlanError, match="one at least"):
        planning.preview(plan, WEDNESDAY, ())
    with pytest.raises(PlanError, match="today or later"):
        planning.preview(plan, WEDNESDAY - timedelta(days=1), MWF)
    planning.start(plan, WEDNESDAY, MWF, "Start")
    with pytest.raises(PlanError, match="already"):
        planning.start(plan, WEDNESDAY, MWF, "Start")


def test_a_plan_keeps_clear_of_races_where_the_chosen_days_allow_it(planning: Planning) -> None:
    planning.add(race(WEDNESDAY + timedelta(days=2)), "Race")
    layout = planning.preview(plan_of(1, heavy=True), WEDNESDAY, MWF)
    assert (places(list(layout.entries)), layout.clashes) == ([(1, 5)], ())
    layout = planning.preview(plan_of(3, heavy=True), WEDNESDAY, MWF)
    assert [clash.reason.rule for clash in layout.clashes] == ["clash-heavy-race", "clash-race-day"]


@pytest.mark.rule("week-longer")
def test_a_week_that_needs_more_days_is_told(planning: Planning) -> None:
    layout = planning.preview(plan_of(1, 3), WEDNESDAY, (3,))
    assert [(one.rule, one.numbers) for one in layout.reasons] == [("week-longer", {"weeks": "2"})]
    assert "week 2" in RuleTexts().text(layout.reasons[0])
    with pytest.raises(PlanError, match="no sessions"):
        planning.preview(plan_of(0), WEDNESDAY, (3,))


# What is due, and done


def test_today_comes_first_then_the_next_and_what_is_done_or_skipped_is_not_due(
    planning: Planning, train: Callable[[], str], fake_clock: FakeClock
) -> None:
    assert planning.due() is None
    planning.start(plan_of(3, 1), WEDNESDAY, MWF, "Start")
    first, second, third, fourth = ahead(planning)
    assert planning.due() == first
    assert train() == first.id
    assert planning.due() == second
    planning.skip(second.id, "Skip")
    assert planning.due() == third
    planning.take_back_skip(second.id, "Wait again")
    assert planning.due() == second
    fake_clock.advance(5 * DAY_S)
    assert planning.due() == third
    assert (planning.under_way()[0].done, planning.under_way()[0].of) == (1, 4)
    with pytest.raises(PlanError, match="not done"):
        planning.skip(first.id, "Skip")
    assert fourth.week == 2


def test_a_session_done_early_brings_its_entry_to_its_day(
    planning: Planning, train: Callable[[], str], fake_clock: FakeClock
) -> None:
    planning.start(plan_of(2), WEDNESDAY + timedelta(days=2), MWF, "Start")
    train()
    done, waiting = planning.entries(WEDNESDAY, date.max)
    assert (done.day, done.first_day, done.session_id) == (
        WEDNESDAY,
        WEDNESDAY + timedelta(days=2),
        "done-1",
    )
    assert planning.due() == waiting


@pytest.mark.rule("done-in-time")
def test_what_was_logged_by_hand_or_imported_counts_too(
    planning: Planning, store: Store, fake_clock: FakeClock
) -> None:
    started = planning.start(plan_of(2), WEDNESDAY, MWF, "Start")
    at = fake_clock.utc_now()
    store.save_session(session("x", at=at, ended_at=at, prescribed=None, plan="Some plan"))
    assert [entry.session_id for entry in ahead(planning)] == ["x", ""]
    assert planning.started(started.id).done == 1
    store.delete_session("x", undo="Delete")
    assert [entry.session_id for entry in ahead(planning)] == ["", ""]


def test_a_session_that_left_the_log_has_fulfilled_nothing(
    planning: Planning, store: Store, train: Callable[[], str]
) -> None:
    planning.start(plan_of(2), WEDNESDAY, MWF, "Start")
    first = train()
    store.delete_session("done-1", undo="Delete")
    assert planning.due() == planning.entry(first)


# Missed


@pytest.mark.rule("missed-one-moves", "missed-moves-along")
def test_one_missed_session_moves_once_and_undo_is_not_argued_with(
    planning: Planning, store: Store, library: Library, fake_clock: FakeClock, train: Callable[[], str]
) -> None:
    planning.start(plan_of(2, 2), WEDNESDAY, (1, 3, 5, 6), "Start")
    train()
    before = ahead(planning)
    assert places(before) == [(1, 0), (1, 3), (2, 7), (2, 10)]
    assert planning.reschedule("Reschedule") == []
    fake_clock.advance(4 * DAY_S)
    (moved,) = planning.reschedule("Reschedule")
    assert (moved.entry, moved.to) == (before[1], WEDNESDAY + timedelta(days=5))
    assert moved.reason.rule == "missed-one-moves"
    assert places(ahead(planning)) == [(1, 5), (2, 7), (2, 10)]
    assert planning.reschedule("Reschedule") == []
    assert store.undo() == "Reschedule"
    assert planning.reschedule("Reschedule") == []
    assert reasons(fresh(store, library, fake_clock).reschedule("Reschedule")) == ["missed-one-moves"]


@pytest.mark.rule("missed-week-goes-on", "missed-stays-told")
def test_a_missed_week_goes_on_and_stays_told(
    planning: Planning, fake_clock: FakeClock, train: Callable[[], str]
) -> None:
    started = planning.start(plan_of(3, 3), WEDNESDAY, MWF, "Start")
    train()
    fake_clock.advance(7 * DAY_S)
    found = planning.reschedule("Reschedule")
    assert reasons(found) == ["missed-week-goes-on"] * 2
    assert places(ahead(planning)) == [(1, 7), (1, 9), (2, 14), (2, 16), (2, 19)]
    past = planning.entries(WEDNESDAY, WEDNESDAY + timedelta(days=6))
    assert places(past) == [(1, 0), (1, 2), (1, 5)]
    assert [bool(entry.session_id) for entry in past] == [True, False, False]
    told = planning.started(started.id)
    assert (told.done, told.of) == (1, 6)


@pytest.mark.rule("away-step-back")
def test_two_weeks_away_and_the_plan_goes_a_week_back(
    planning: Planning, store: Store, fake_clock: FakeClock, train: Callable[[], str]
) -> None:
    started = planning.start(planning.plan(NORDIC_10), WEDNESDAY, MWF, "Start")
    while (due := planning.due()) is not None and (due.week or 0) <= 3:
        fake_clock.advance((due.day - planning.today()).days * DAY_S)
        train()
    fake_clock.advance(14 * DAY_S)
    assert set(reasons(planning.reschedule("Reschedule"))) == {"away-step-back"}
    due = planning.due()
    assert due is not None
    assert (due.week, due.position) == (3, 0)
    told = planning.started(started.id)
    assert (told.done, told.of) == (6, 27 + 3)
    assert store.undo() == "Reschedule"
    assert planning.started(started.id).of == 27


@pytest.mark.rule("missed-alone-moves")
def test_single_workouts_move_to_a_free_day_in_time_or_lapse(
    planning: Planning, store: Store, library: Library, fake_clock: FakeClock
) -> None:
    full = "hamstrings-for-runners-full"
    for days in (0, 1, 2):
        planning.add(race(WEDNESDAY + timedelta(days=days), EntryKind.WORKOUT, workout_id=full), "Add")
    first, second, third = ahead(planning)
    fake_clock.advance(2 * DAY_S)
    (moved,) = planning.reschedule("Reschedule")
    assert (moved.entry, moved.to) == (second, WEDNESDAY + timedelta(days=3))
    assert [entry.id for entry in ahead(planning)] == [third.id, second.id]
    assert planning.entry(first.id) == first
    assert reasons([moved]) == ["missed-alone-moves"]
    store.undo()
    planning.add(race(WEDNESDAY + timedelta(days=4)), "Race")
    assert fresh(store, library, fake_clock).reschedule("Reschedule") == []


def test_all_that_was_missed_is_rescheduled_in_one_step(
    planning: Planning, store: Store, fake_clock: FakeClock
) -> None:
    planning.start(plan_of(2), WEDNESDAY, MWF, "Start")
    planning.start(replace(plan_of(3), id="other"), WEDNESDAY, (3, 4, 5, 6), "Start")
    before = planning.entries(date.min, date.max)
    fake_clock.advance(DAY_S)
    assert len(planning.reschedule("Reschedule")) == 2
    assert store.undo() == "Reschedule"
    assert planning.entries(date.min, date.max) == before


# Paused, shifted, stopped


@pytest.mark.rule("plan-goes-on", "skipped-not-planned")
def test_a_paused_plan_leaves_the_calendar_until_it_goes_on(
    planning: Planning, store: Store, fake_clock: FakeClock, train: Callable[[], str]
) -> None:
    started = planning.start(plan_of(2, 2), WEDNESDAY, MWF, "Start")
    train()
    planning.pause(started.id, "Pause")
    assert planning.started(started.id).paused_on == WEDNESDAY
    assert places(ahead(planning)) == [(1, 0)]
    assert len(store.calendar()) == 1
    assert planning.due() is None
    fake_clock.advance(8 * DAY_S)
    assert planning.reschedule("Reschedule") == []
    assert set(reasons(planning.go_on(started.id, "Go on"))) == {"plan-goes-on"}
    assert places(ahead(planning)) == [(1, 9), (2, 16), (2, 19)]
    assert planning.started(started.id).paused_on is None
    assert planning.go_on(started.id, "Go on") == []
    assert store.undo() == "Go on"
    assert planning.started(started.id).paused_on == WEDNESDAY
    assert store.undo() == "Pause"
    assert planning.started(started.id).paused_on is None


def test_all_that_is_to_come_is_shifted(
    planning: Planning, store: Store, fake_clock: FakeClock, train: Callable[[], str]
) -> None:
    started = planning.start(plan_of(2, 2, gap=2), WEDNESDAY, MWF, "Start")
    train()
    fake_clock.advance(DAY_S)
    before = ahead(planning)
    planning.shift(started.id, 2, "Shift")
    assert places(ahead(planning)) == [(week, day + 2) for week, day in places(before)]
    assert ahead(planning)[0].first_day == before[0].day
    planning.shift(started.id, -2, "Shift")
    assert ahead(planning) == before
    assert (store.undo(), store.undo()) == ("Shift", "Shift")
    with pytest.raises(PlanError, match="near"):
        planning.shift(started.id, -before[0].day.toordinal() + WEDNESDAY.toordinal() + 1, "Shift")
    with pytest.raises(PlanError, match="over"):
        planning.shift(started.id, -10, "Shift")
    assert ahead(planning) == before


def test_a_stopped_plan_takes_what_is_to_come_along(
    planning: Planning, store: Store, train: Callable[[], str]
) -> None:
    started = planning.start(plan_of(2, 2), WEDNESDAY, MWF, "Start")
    train()
    planning.stop(started.id, "Stop")
    assert planning.under_way() == []
    (left,) = planning.entries(date.min, date.max)
    assert left.session_id == "done-1"
    assert planning.workout_of(left).items
    assert store.undo() == "Stop"
    assert len(ahead(planning)) == 4
    with pytest.raises(NoSuchEntry):
        planning.stop("nothing", "Stop")


def test_a_finished_plan_is_shown_for_two_weeks_more(
    planning: Planning, fake_clock: FakeClock, train: Callable[[], str]
) -> None:
    planning.start(plan_of(1), WEDNESDAY, MWF, "Start")
    train()
    (over,) = planning.under_way()
    assert (over.done, over.of) == (1, 1)
    fake_clock.advance(15 * DAY_S)
    assert planning.under_way() == []
    planning.start(plan_of(1), planning.today(), MWF, "Start")


# Races, hard runs, days


def test_races_and_hard_runs_are_added_changed_and_deleted(planning: Planning, store: Store) -> None:
    added = planning.add(race(WEDNESDAY, distance_km=10.0), "Add")
    assert added.id
    planning.change(replace(added, title="Marathon", distance_km=42.2), "Change")
    assert planning.entries(WEDNESDAY, WEDNESDAY) == [replace(added, title="Marathon", distance_km=42.2)]
    planning.move(added.id, WEDNESDAY - timedelta(days=9), "Move")
    assert planning.entry(added.id).first_day == WEDNESDAY
    planning.delete(added.id, "Delete")
    assert planning.entries(date.min, date.max) == []
    assert [store.undo() for _ in range(5)] == ["Delete", "Move", "Change", "Add", None]
    for act in (planning.delete, planning.skip):
        with pytest.raises(NoSuchEntry):
            act(added.id, "Nothing")


def test_a_session_of_a_plan_is_not_deleted_and_keeps_its_place(
    planning: Planning, fake_clock: FakeClock
) -> None:
    planning.start(plan_of(2), WEDNESDAY, MWF, "Start")
    first = ahead(planning)[0]
    with pytest.raises(PlanError, match="skip it"):
        planning.delete(first.id, "Delete")
    planning.change(replace(first, day=date(2030, 1, 1), week=9, note="With Ann"), "Change")
    assert planning.entry(first.id) == replace(first, note="With Ann")
    (started,) = planning.under_way()
    fake_clock.advance(DAY_S)
    planning.stop(started.id, "Stop")
    planning.delete(first.id, "Delete")
    assert planning.entries(date.min, date.max) == []


@pytest.mark.rule("clash-heavy-race", "moved-clear")
def test_a_race_on_sunday_moves_the_plan(planning: Planning, store: Store) -> None:
    planning.start(plan_of(2, 2, heavy=True), WEDNESDAY, (1, 3, 5), "Start")
    assert places(ahead(planning)) == [(1, 0), (1, 2), (2, 9), (2, 12)]
    for sunday_and_monday in (11, 12):
        planning.add(race(WEDNESDAY + timedelta(days=sunday_and_monday)), "Race")
    clashes = planning.clashes(WEDNESDAY, date.max)
    assert [((c.entry.day - WEDNESDAY).days, c.hours_apart, c.reason.rule) for c in clashes] == [
        (9, 48, "clash-heavy-race"),
        (12, 0, "clash-race-day"),
    ]
    assert [(clash.better - WEDNESDAY).days for clash in clashes if clash.better] == [7, 14]
    assert RuleTexts().text(clashes[0].reason).startswith("About 48 hours before a race.")
    found = planning.make_room(WEDNESDAY, date.max, "Room")
    assert reasons(found) == ["moved-clear", "moved-clear"]
    assert places([e for e in ahead(planning) if e.plan_id]) == [(1, 0), (1, 2), (2, 7), (2, 14)]
    assert planning.clashes(WEDNESDAY, date.max) == []
    assert planning.make_room(WEDNESDAY, date.max, "Room") == []
    assert store.undo() == "Room"
    assert len(planning.clashes(WEDNESDAY, date.max)) == 2


@pytest.mark.rule("clash-heavy-hard-run", "clash-hard-run-day")
def test_a_single_workout_clashes_by_what_is_in_it(planning: Planning) -> None:
    heavy = race(WEDNESDAY, EntryKind.WORKOUT, title="", workout_id="hamstrings-for-runners-full")
    light = replace(heavy, workout_id="gone")
    added = planning.add(heavy, "Add")
    planning.add(light, "Add")
    hard = race(WEDNESDAY + timedelta(days=1), EntryKind.HARD_RUN)
    planning.add(hard, "Hard")
    (clash,) = planning.clashes(WEDNESDAY, WEDNESDAY)
    assert (clash.entry.id, clash.reason.rule) == (added.id, "clash-heavy-hard-run")
    assert clash.better == WEDNESDAY + timedelta(days=1)
    planning.move(added.id, clash.better, "Move")
    (clash,) = planning.clashes(WEDNESDAY, date.max)
    assert (clash.order_only, clash.better) == (True, None)


@pytest.mark.rule("moved-by-you", "moved-gives-way")
def test_a_moved_session_pushes_what_follows_and_undo_takes_it_back(planning: Planning, store: Store) -> None:
    planning.start(plan_of(3, 3, gap=2), WEDNESDAY, MWF, "Start")
    before = ahead(planning)
    found = planning.move(before[0].id, before[1].day, "Move")
    assert reasons(found) == ["moved-by-you", *["moved-gives-way"] * 5]
    assert (found[0].entry, found[0].to) == (before[0], before[1].day)
    assert places(ahead(planning)) == [(1, 2), (1, 5), (1, 7), (2, 9), (2, 12), (2, 14)]
    assert store.undo() == "Move"
    assert ahead(planning) == before
    assert planning.move(before[0].id, before[0].day, "Move") == []
    assert store.undo_label == "Start"


def test_no_session_moves_before_another_or_into_the_past(
    planning: Planning, train: Callable[[], str]
) -> None:
    planning.start(plan_of(3, gap=2), WEDNESDAY, MWF, "Start")
    first, second, third = ahead(planning)
    with pytest.raises(PlanError, match="near"):
        planning.move(second.id, first.day + timedelta(days=1), "Move")
    with pytest.raises(PlanError, match="over"):
        planning.move(first.id, WEDNESDAY - timedelta(days=1), "Move")
    train()
    with pytest.raises(PlanError, match="done stays"):
        planning.move(first.id, third.day, "Move")
    with pytest.raises(PlanError, match="near"):
        planning.move(second.id, WEDNESDAY + timedelta(days=1), "Move")
    planning.skip(third.id, "Skip")
    with pytest.raises(PlanError, match="left out"):
        planning.move(third.id, third.day + timedelta(days=1), "Move")


def test_whatever_is_moved_undo_brings_all_of_it_back(planning: Planning, store: Store) -> None:
    planning.start(plan_of(2, 3, 1, gap=2, heavy=True), WEDNESDAY, MWF, "Start")
    before = ahead(planning)

    @given(st.integers(0, 5), st.integers(-7, 30), st.sampled_from(EntryKind), st.integers(0, 20))
    @settings(max_examples=25)
    def moves(index: int, days: int, kind: EntryKind, run_day: int) -> None:
        planning.add(race(WEDNESDAY + timedelta(days=run_day), kind, workout_id="gone"), "Add")
        try:
            planning.move(before[index].id, before[index].day + timedelta(days=days), "Move")
        except PlanError:
            assert days < 0
        planning.make_room(WEDNESDAY, date.max, "Room")
        sessions = [entry for entry in ahead(planning) if entry.plan_id]
        assert [(e.week, e.position) for e in sessions] == [(e.week, e.position) for e in before]
        assert all((b.day - a.day).days >= 2 for a, b in pairwise(sessions))
        while store.undo_label != "Start":
            store.undo()
        assert ahead(planning) == before

    moves()


def test_the_calendar_file_has_what_stands_ahead(planning: Planning) -> None:
    planning.start(plan_of(2), WEDNESDAY, MWF, "Start")
    first, _ = ahead(planning)
    planning.skip(first.id, "Skip")
    planning.add(race(WEDNESDAY, EntryKind.WORKOUT, title="", workout_id="hamstrings-for-runners"), "Add")
    planning.add(race(WEDNESDAY - timedelta(days=1)), "Add")
    planning.add(race(WEDNESDAY + timedelta(days=20)), "Add")
    written = planning.calendar_file().decode()
    assert [line for line in written.splitlines() if line.startswith("SUMMARY")] == [
        "SUMMARY:Hamstrings for runners",
        "SUMMARY:Some plan",
        "SUMMARY:Race: City 10 km",
    ]


# One's own


def test_a_plan_of_ones_own_made_of_workouts(planning: Planning, store: Store) -> None:
    sessions = (PlannedSession((), workout_id="hamstrings-for-runners"),)
    plan = Plan("mine", "Mine", "Me", Footing.PARTLY, (PlanWeek(1, sessions),))
    planning.save_plan(plan, "Save")
    mine = planning.plans()[-1]
    assert mine == replace(plan, footing=Footing.OWN, heavy_hamstring=True)
    planning.start(mine, WEDNESDAY, MWF, "Start")
    due = planning.due()
    assert due is not None
    workout = planning.workout_of(due)
    assert workout.id == "hamstrings-for-runners"
    assert workout.note == "Mine, week 1 of 1, session 1 of 1: as you planned it."
    planning.delete_plan("mine", "Delete")
    with pytest.raises(NoSuchEntry):
        planning.plan("mine")
    with pytest.raises(NoSuchEntry):
        planning.delete_plan("mine", "Delete")
    assert store.undo() == "Delete"
    with pytest.raises(PlanError, match="copy it"):
        planning.save_plan(planning.plan(NORDIC_10), "Save")


@pytest.mark.rule("clash-heavy-race")
def test_a_plan_of_ones_own_is_as_heavy_as_what_is_in_it(planning: Planning, library: Library) -> None:
    heavy = blank_plan("mine", "Mine", library.workout("hamstrings-for-runners-easy"))
    planning.save_plan(heavy, "Save")
    planning.add(race(WEDNESDAY + timedelta(days=2)), "Add")
    (clash,) = planning.preview(planning.plan("mine"), WEDNESDAY, [WEDNESDAY.isoweekday()]).clashes
    assert clash.reason.rule == "clash-heavy-race"
    light = replace(heavy, weeks=(PlanWeek(1, (PlannedSession((PlannedExercise("wall-sit", (), 60),)),)),))
    planning.save_plan(replace(light, heavy_hamstring=True), "Save")
    assert not planning.plan("mine").heavy_hamstring
    planning.save_plan(replace(light, weeks=(PlanWeek(1, (PlannedSession((), workout_id="gone"),)),)), "Save")
    assert not planning.plan("mine").heavy_hamstring


def test_entries_of_single_workouts_are_those_workouts(planning: Planning) -> None:
    entry = planning.add(race(WEDNESDAY, EntryKind.WORKOUT, workout_id="hamstrings-for-runners"), "Add")
    assert planning.workout_of(entry).id == "hamstrings-for-runners"
    with pytest.raises(NoSuchEntry):
        planning.workout_of(replace(entry, workout_id="gone"))


def test_every_plan_that_can_be_started_lays_out_and_has_its_workouts(planning: Planning) -> None:
    started: list[Started] = []
    for plan in planning.plans():
        if not plan.self_start:
            continue
        started.append(planning.start(plan, WEDNESDAY, range(1, 8), "Start"))
    assert len(started) >= 5
    entries = ahead(planning)
    for one in started:
        mine = [entry for entry in entries if entry.plan_id == one.id]
        days = {(entry.week, entry.position): entry.day for entry in mine}
        assert len(days) == one.plan.session_count == len(set(days.values()))
        for entry in mine:
            assert all(item.why for item in planning.workout_of(entry).items)
