"""The coach on a real log: told reasons, choices that are kept, mornings."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.fakes import FakeClock
from trainer.catalog import load_catalog, load_places, load_rules
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.coach.steps import volume
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Kind, Laterality, Side
from trainer.domain.holding_back import held_back
from trainer.domain.plan import Footing, Plan
from trainer.domain.proposal import Move, Page, Proposal, Verdict
from trainer.domain.rule import Reason
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.workout import Workout
from trainer.errors import NoSuchEntry
from trainer.services.coaching import WHOLE_BODY, Coach, CoachSettings, Felt
from trainer.services.library import Library
from trainer.services.telling import feelings
from trainer.store import Store, new_id

SEED = load_catalog().workouts["hamstrings-for-runners-easy"]
DAY = timedelta(days=1).total_seconds()


@pytest.fixture
def coach(store: Store, library: Library, fake_clock: FakeClock) -> Coach:
    return Coach(store, fake_clock, library, CoachSettings, new_id)


def today(clock: FakeClock) -> date:
    return clock.utc_now().date()


def do(store: Store, clock: FakeClock, workout: Workout, pain: int | None = None) -> str:
    """Logs the workout as asked, each side; returns the session's id."""
    session_id = new_id()
    now = clock.utc_now()
    store.save_session(SessionLog(session_id, now, "Europe/Berlin", workout.id, workout.name, now))
    rows, index = [], 0
    for item in workout.items:
        sides = (Side.LEFT, Side.RIGHT) if item.side is Laterality.EACH else (Side.BOTH,)
        for target in item.sets:
            index, set_id = index + 1, new_id()
            held = target.kind is Kind.HOLD
            rows += [
                SetLog(
                    set_id,
                    session_id,
                    index,
                    item.exercise_id,
                    item.exercise,
                    side,
                    target,
                    item.rest_s,
                    SetStatus.DONE,
                    now,
                    reps=None if held else target.reps,
                    hold_s=target.hold_s if held else None,
                    pain=pain,
                    pain_area="hamstring" if pain else "",
                )
                for side in sides
            ]
    store.save_sets(rows)
    return session_id


def good_day(coach: Coach, store: Store, clock: FakeClock) -> Proposal:
    """All well, the session as proposed, and all well the next morning."""
    coach.check_in((), "Check in")
    found = coach.propose(SEED)
    assert found.workout is not None
    do(store, clock, found.workout)
    clock.advance(DAY)
    coach.check_in((), "Check in")
    clock.advance(DAY)
    return found


def test_two_good_sessions_then_a_step_up_with_its_reason(
    coach: Coach, store: Store, fake_clock: FakeClock
) -> None:
    for _ in range(2):
        good_day(coach, store, fake_clock)
    found = coach.propose(SEED).items[1]
    assert found.move is Move.UP
    told = [coach.told(reason) for reason in found.reasons]
    assert told[0].text.startswith(
        "2026-03-04 and 2026-03-06: all sets as asked, pain 0 at most, the mornings after unchanged."
    )
    assert all(one.own_rule for one in told)


def test_days_are_told_as_one_is_told_to(coach: Coach) -> None:
    told = coach.told(Reason("hold-morning", {"on": "2026-03-04"}), "{:%d %B}".format)
    assert told.text.startswith("How the morning after 04 March is")


def test_what_rests_on_a_source_names_it(coach: Coach) -> None:
    told = coach.told(Reason("up-load", {}))
    assert [reference.key for reference in told.references] == ["acsm2009"]
    assert told.own_rule


@pytest.mark.parametrize("key", sorted(load_rules()))
def test_every_rules_text_is_whole(key: str) -> None:
    rule = load_rules()[key]
    assert rule.text.endswith((".", "?"))
    assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(rule.text))


@pytest.mark.rule("pain-easier-now")
def test_a_sore_spot_in_the_morning_changes_the_workout(coach: Coach) -> None:
    coach.check_in([Felt("hamstring", pain=4, soreness=0)], "Check in")
    found = coach.propose(SEED)
    assert {item.move for item in found.items} <= {Move.SWAP, Move.DOWN}
    assert all("Pain 4 (hamstring, middle)" in coach.told(item.reasons[0]).text for item in found.items)


@pytest.mark.rule("chosen")
def test_a_choice_is_remembered_and_can_be_taken_back(
    coach: Coach, store: Store, fake_clock: FakeClock
) -> None:
    for _ in range(2):
        good_day(coach, store, fake_clock)
    up = coach.propose(SEED).items[1]
    less = min(coach.choices(up), key=volume)
    coach.overrule(up, less, SEED.id, "Choose otherwise")
    chosen = coach.propose(SEED).items[1]
    assert (chosen.move, chosen.advised) == (Move.CHOSEN, up.proposed)
    assert chosen.proposed is not None
    assert chosen.proposed.sets == less.sets
    store.undo()
    assert coach.propose(SEED).items[1] == up


def test_only_what_is_offered_can_be_chosen(coach: Coach) -> None:
    found = coach.propose(SEED).items[0]
    more = replace(found.template, sets=found.template.sets * 3)
    with pytest.raises(ValueError, match="choices"):
        coach.overrule(found, more, SEED.id, "Choose otherwise")


def test_the_morning_is_asked_about_once(coach: Coach, store: Store, fake_clock: FakeClock) -> None:
    assert coach.morning().due
    session_id = do(store, fake_clock, SEED)
    fake_clock.advance(DAY)
    morning = coach.morning()
    assert (morning.due, morning.session_id, morning.areas) == (True, session_id, ("hamstring",))
    coach.check_in([Felt("hamstring", Side.LEFT, soreness=3, pain=0)], "Check in")
    assert not coach.morning().due
    store.undo()
    assert coach.morning().due
    fake_clock.advance(DAY)
    assert coach.morning().session_id == "", "that was not yesterday"
    fake_clock.advance(3 * DAY)
    assert coach.morning().areas == ()


def test_all_well_is_kept_as_nothing_of_the_whole_body(coach: Coach, store: Store) -> None:
    coach.check_in((), "Check in")
    (kept,) = store.checkins()
    assert (kept.area, kept.side, kept.soreness, kept.pain) == (WHOLE_BODY, Side.BOTH, 0, 0)


def complain(store: Store, clock: FakeClock, area: str, level: int, page: Page | None = None) -> Complaint:
    one = Complaint(
        new_id(), clock.utc_now(), "Europe/Berlin", area, Side.LEFT, Feeling.PAIN, level, page=page
    )
    store.save_complaint(one)
    return one


def test_what_an_open_complaint_holds_back_is_left_alone_until_it_is_over(
    store: Store, library: Library, fake_clock: FakeClock
) -> None:
    places = load_places()

    def held(complaints: Sequence[Complaint], day: date) -> Mapping[str, Reason]:
        return held_back(complaints, places, day)

    coach = Coach(store, fake_clock, library, CoachSettings, new_id, held)
    one = complain(store, fake_clock, "sit-bone", 2)
    waiting = set(held([one], today(fake_clock)))
    found = coach.propose(SEED)
    for item in found.items:
        assert item.proposed is None or item.proposed.exercise_id not in waiting
        assert all(choice.exercise_id not in waiting for choice in coach.choices(item))
    assert any(item.move in (Move.SWAP, Move.OUT) for item in found.items)
    store.end_complaint(one.id, fake_clock.utc_now())
    assert {item.move for item in coach.propose(SEED).items} == {Move.START}


@pytest.mark.rule("complaint-page")
def test_a_red_flag_leaves_no_workout(coach: Coach, store: Store, fake_clock: FakeClock) -> None:
    complain(store, fake_clock, "calf", 5, Page.TODAY)
    found = coach.propose(SEED)
    assert (found.verdict, found.page, found.workout) == (Verdict.CLINICIAN, Page.TODAY, None)


def test_a_week_is_proposed_day_by_day(
    store: Store, library: Library, fake_clock: FakeClock, coach: Coach
) -> None:
    first = today(fake_clock)
    race = CalendarEntry("race", first + timedelta(days=4), EntryKind.RACE)
    entries = [(CalendarEntry(str(n), first + timedelta(days=n), EntryKind.WORKOUT), SEED) for n in (0, 3, 5)]
    real = _Calendar(store, [race])
    week = Coach(real, fake_clock, library, CoachSettings, new_id).propose_week(first, entries)
    assert [one.verdict for one in week] == [Verdict.TRAIN, Verdict.LATER, Verdict.TRAIN]
    assert [one.day for one in week] == [entry.day for entry, _ in entries]
    assert coach.propose_week(first, []) == []


class _Calendar:
    """The log, with entries on its calendar."""

    def __init__(self, store: Store, entries: list[CalendarEntry]) -> None:
        self._store, self._entries = store, entries

    def __getattr__(self, name: str) -> Callable[..., object]:
        return getattr(self._store, name)  # type: ignore[no-any-return]

    def calendar(self, since: date = date.min) -> list[CalendarEntry]:
        return [entry for entry in self._entries if entry.day >= since]


@pytest.mark.rule("plan-published")
def test_an_entry_of_a_plan_follows_it(store: Store, library: Library, fake_clock: FakeClock) -> None:
    plan = Plan("p", "Ten weeks", "Somebody 2004", Footing.PUBLISHED, ())

    def plan_of(entry: CalendarEntry) -> Plan | None:
        return plan if entry.plan_id else None

    coach = Coach(store, fake_clock, library, CoachSettings, new_id, plan_of=plan_of)
    day = today(fake_clock)
    entries = [(CalendarEntry(key, day, EntryKind.WORKOUT, plan_id=key), SEED) for key in ("p", "")]
    planned, free = coach.propose_week(day, entries)
    assert {item.move for item in planned.items} == {Move.PLAN}
    assert {item.move for item in free.items} == {Move.START}


def test_the_longer_log_is_read_no_further_than_it_must(
    coach: Coach, store: Store, fake_clock: FakeClock
) -> None:
    """Sessions three weeks apart are found, with the mornings that belong to them."""
    for _ in range(2):
        good_day(coach, store, fake_clock)
        fake_clock.advance(19 * DAY)
    found = coach.propose(SEED)
    assert {item.move for item in found.items} == {Move.BACK}
    assert found.items[0].reasons[0].numbers["days"] == 21


def test_an_unknown_rule_is_no_reason(coach: Coach) -> None:
    with pytest.raises(NoSuchEntry):
        coach.told(Reason("nonsense", {}))


def test_a_morning_on_which_all_was_well_names_no_place(coach: Coach, store: Store) -> None:
    coach.check_in((), "Check in")
    coach.check_in([Felt("calf", soreness=2)], "Check in")
    assert [one.area for one in feelings(store.checkins(), [])] == ["calf"]


@pytest.mark.rule("morning-worse", "start-here")
def test_a_target_that_was_lowered_stays_so_though_another_workout_has_the_exercise_too(
    coach: Coach, store: Store, fake_clock: FakeClock
) -> None:
    rdl = next(item for item in SEED.items if item.exercise_id == "single-leg-rdl")
    mine, other = (Workout(one, one, (rdl,)) for one in ("mine", "other"))
    coach.check_in((), "Check in")
    do(store, fake_clock, mine)
    fake_clock.advance(DAY)
    coach.check_in([Felt("hamstring", pain=2)], "Check in")
    fake_clock.advance(DAY)
    coach.check_in((), "Check in")
    lowered = coach.propose(mine).workout
    assert lowered is not None
    do(store, fake_clock, lowered)
    for _ in range(4):
        fake_clock.advance(DAY)
        coach.check_in((), "Check in")
        fake_clock.advance(3 * DAY)
        do(store, fake_clock, other)
    found = coach.propose(mine).items[0]
    assert found.proposed is not None
    assert volume(found.proposed) <= volume(lowered.items[0])
    fake_clock.advance(60 * DAY)
    assert coach.propose(other).items[0].reasons[0].rule != "start-here"
