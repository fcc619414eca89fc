"""What follows from what was told, what is kept of it, and when it is over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from itertools import count

import pytest

from tests.fakes import FakeClock
from trainer.catalog import load_catalog, load_pages, load_places
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Side
from trainer.domain.hurt import Hurt
from trainer.domain.pain import PLACES, Limits
from trainer.domain.proposal import Page
from trainer.domain.session import local_date
from trainer.errors import NoSuchEntry
from trainer.services.coaching import Coach, CoachSettings
from trainer.services.hurting import Hurting
from trainer.services.library import Library
from trainer.services.trial import least_of
from trainer.store import Store, new_id

HURTS, PAGES, EXERCISES = load_places(), load_pages(), load_catalog().exercises
TODAY = date(2026, 3, 4)
ASKED = [(place.id, flag.id) for place in HURTS.values() for flag in place.flags]

each_place = pytest.mark.parametrize("place_id", [place.id for place in PLACES])


class Owned:
    """What is owned, to be changed on the way."""

    def __init__(self) -> None:
        self.things: Collection[str] = frozenset({"mat"})

    def __call__(self) -> Collection[str]:
        return self.things


@pytest.fixture
def owned() -> Owned:
    return Owned()


@pytest.fixture
def hurting(store: Store, library: Library, fake_clock: FakeClock, owned: Owned) -> Hurting:
    numbers = count(1)
    return Hurting(store, fake_clock, library, owned, lambda: f"c{next(numbers)}")


class NothingKept:
    """A log in which nothing hurts yet, for outcomes alone."""

    def complaints(self) -> list[Complaint]:
        return []

    def open_complaints(self) -> list[Complaint]:
        return []

    def save_complaint(self, complaint: Complaint, *, ends: tuple[str, ...] = (), undo: str = "") -> None:
        raise AssertionError("an outcome writes nothing")

    def end_complaint(self, complaint_id: str, at: datetime, *, undo: str = "") -> None:
        raise AssertionError("an outcome writes nothing")


@pytest.fixture(scope="module")
def asked() -> Hurting:
    """With the least equipment and nothing in its log."""
    return Hurting(NothingKept(), FakeClock(), Library(load_catalog()), frozenset, str)


def achilles(level: int = 2, **more: object) -> Hurt:
    told: dict[str, object] = {"side": Side.LEFT, "since_d": 20, **more}
    return Hurt("achilles", Feeling.PAIN, level, **told)  # type: ignore[arg-type]


@pytest.mark.rule("hurts-questions-first")
@pytest.mark.parametrize(("place_id", "flag_id"), ASKED, ids=[f"{place}-{flag}" for place, flag in ASKED])
def test_every_red_flag_of_every_place_ends_on_its_page_with_nothing_to_train_on(
    asked: Hurting, place_id: str, flag_id: str
) -> None:
    flag = next(one for one in HURTS[place_id].flags if one.id == flag_id)
    for feeling in flag.asked_of:
        for level in (0, 3, 10):
            outcome = asked.outcome(Hurt(place_id, feeling, level, since_d=100, flags=(flag_id,)))
            assert outcome.page == PAGES[flag.page]
            assert outcome.because == (flag,)
            assert outcome.routine is None
            assert not outcome.waiting
            assert outcome.look_again_on is None


@each_place
@pytest.mark.parametrize("level", [6, 10])
@pytest.mark.rule("hurts-too-much")
def test_much_pain_ends_on_the_page_for_soon(asked: Hurting, place_id: str, level: int) -> None:
    outcome = asked.outcome(Hurt(place_id, Feeling.PAIN, level, since_d=0))
    assert outcome.page == PAGES[Page.SOON]
    assert outcome.routine is None
    assert outcome.reasons[0].rule == "hurts-too-much"


@each_place
@pytest.mark.rule("hurts-least", "hurts-look-again")
def test_every_place_has_a_first_routine_of_its_first_step(asked: Hurting, place_id: str) -> None:
    outcome = asked.outcome(Hurt(place_id, Feeling.PAIN, 4, since_d=0))
    place = HURTS[place_id]
    assert outcome.page is None
    assert outcome.routine is not None
    ids = [item.exercise_id for item in outcome.routine.items]
    assert 1 <= len(ids) <= 7
    assert set(ids) <= set(place.steps[0])
    for item in outcome.routine.items:
        assert item.sets == least_of(EXERCISES[item.exercise_id]).sets
        assert item.why
    assert outcome.hold_back == place.hold_back
    assert not set(ids) & {exercise.id for exercise in outcome.waiting}
    assert set(place.hold_back_exercises) <= {exercise.id for exercise in outcome.waiting}
    today = TODAY
    assert outcome.look_again_on == today + timedelta(days=place.look_again_d)
    assert asked.references(outcome.references)


@pytest.mark.rule("hurts-at-hand")
def test_what_is_owned_is_asked_each_time(hurting: Hurting, owned: Owned) -> None:
    told = Hurt("knee-front", Feeling.PAIN, 1, Side.LEFT, since_d=0)
    first = hurting.outcome(told).routine
    owned.things = {"mini-band"}
    second = hurting.outcome(told).routine
    assert first is not None
    assert second is not None
    assert {item.exercise_id for item in second.items} - {item.exercise_id for item in first.items} == {
        "banded-side-step"
    }


def test_how_it_is_done_here_comes_before_where_the_dose_is_from(asked: Hurting) -> None:
    outcome = asked.outcome(Hurt("heel-bone", Feeling.PAIN, 2, Side.LEFT, since_d=0))
    assert outcome.routine is not None
    item = next(item for item in outcome.routine.items if item.exercise_id == "double-leg-heel-raise")
    assert item.why.startswith("On the floor, not over the edge of a step.")
    assert "double-leg-heel-raise" in [how.exercise for how in outcome.how]


@each_place
def test_of_tightness_nothing_follows(asked: Hurting, place_id: str) -> None:
    outcome = asked.outcome(Hurt(place_id, Feeling.TIGHTNESS, 9, since_d=100))
    assert (outcome.page, outcome.routine, outcome.look_again_on) == (None, None, None)
    assert not outcome.waiting
    assert not outcome.hold_back
    assert not outcome.notes
    assert not outcome.reasons


@pytest.mark.rule("hurts-sore-easy", "hurts-sore-little", "hurts-look-again")
def test_soreness_is_easy_work_and_two_days_of_holding_back(asked: Hurting) -> None:
    today = TODAY
    much = asked.outcome(Hurt("hamstring", Feeling.SORENESS, 7, since_d=1))
    assert much.page is None
    assert much.routine is not None
    assert {item.exercise_id for item in much.routine.items} <= set(HURTS["hamstring"].steps[0])
    assert "nordic-hamstring-curl" in [exercise.id for exercise in much.waiting]
    assert much.look_again_on == today + timedelta(days=2)
    little = asked.outcome(Hurt("hamstring", Feeling.SORENESS, 3, since_d=1))
    assert not little.waiting
    assert not little.hold_back
    assert little.look_again_on == today + timedelta(days=3)


def test_what_was_told_is_kept_and_what_it_replaces_ends(hurting: Hurting, fake_clock: FakeClock) -> None:
    first = hurting.record(hurting.outcome(achilles(3)), "Note")
    other = hurting.record(hurting.outcome(achilles(3, side=Side.RIGHT)), "Note")
    fake_clock.advance(60)
    flagged = hurting.record(hurting.outcome(achilles(1, flags=("achilles-gap", "rising-two-weeks"))), "Note")
    assert hurting.open() == [other, flagged]
    assert (flagged.page, flagged.suspect, flagged.flags) == (
        Page.TODAY,
        True,
        ("achilles-gap", "rising-two-weeks"),
    )
    assert (first.page, first.suspect, first.since_d) == (None, False, 20)
    rising = hurting.record(hurting.outcome(achilles(1, flags=("rising-two-weeks",))), "Note")
    assert (rising.page, rising.suspect) == (Page.SOON, False)


def test_it_is_fine_again_and_that_can_be_undone(hurting: Hurting, store: Store) -> None:
    kept = hurting.record(hurting.outcome(achilles(3)), "Note")
    hurting.end(kept.id, "Fine")
    assert hurting.open() == []
    store.undo()
    assert hurting.open() == [kept]
    store.undo()
    assert hurting.open() == []
    with pytest.raises(NoSuchEntry):
        hurting.end("none", "Fine")


@pytest.mark.rule("hurts-rising", "hurts-unchanged")
def test_pain_that_was_told_before_and_rose_or_stayed_ends_on_the_page_for_soon(
    hurting: Hurting, fake_clock: FakeClock
) -> None:
    kept = hurting.record(hurting.outcome(achilles(2)), "Note")
    fake_clock.advance(15 * 86400)
    assert hurting.outcome(achilles(2)).page is None
    rising = hurting.outcome(achilles(3))
    assert rising.page == PAGES[Page.SOON]
    assert "2 of 10" in hurting.rule(rising.reasons[0].rule).text.format(**rising.reasons[0].numbers)
    fake_clock.advance(14 * 86400)
    assert hurting.outcome(achilles(2)).reasons[0].rule == "hurts-unchanged"
    hurting.end(kept.id, "Fine")
    assert hurting.outcome(achilles(3)).page is None


@pytest.mark.rule("hurts-held")
def test_what_waits_is_told_by_day(hurting: Hurting, fake_clock: FakeClock) -> None:
    today = local_date(fake_clock.utc_now(), fake_clock.time_zone())
    assert hurting.held([], today) == {}
    kept = hurting.record(hurting.outcome(achilles(3, since_d=0)), "Note")
    assert hurting.held([kept], today)["double-leg-pogo-hops"].rule == "hurts-held"
    assert hurting.look_again_on(kept) == today + timedelta(days=14)


def test_every_reason_of_every_outcome_fills_its_rule(asked: Hurting) -> None:
    for place_id in HURTS:
        for feeling in Feeling:
            for level in range(11):
                for since_d in (None, 0, 20, 60):
                    outcome = asked.outcome(Hurt(place_id, feeling, level, since_d=since_d))
                    for reason in outcome.reasons:
                        assert "{" not in asked.rule(reason.rule).text.format(**reason.numbers)


def test_a_place_that_is_not_on_the_map_is_refused(asked: Hurting) -> None:
    with pytest.raises(NoSuchEntry, match="elbow"):
        asked.place("elbow")


@pytest.mark.rule("hurts-own-limit")
def test_with_pain_at_ones_own_limit_nothing_is_offered_and_no_clinician_is_named() -> None:
    strict = Hurting(
        NothingKept(), FakeClock(), Library(load_catalog()), frozenset, str, lambda: Limits(stop=4)
    )
    assert strict.outcome(achilles(3)).routine is not None
    outcome = strict.outcome(achilles(4))
    assert (outcome.page, outcome.routine) == (None, None)
    assert [reason.rule for reason in outcome.reasons] == ["hurts-own-limit"]
    assert outcome.waiting
    assert strict.outcome(achilles(6)).page == PAGES[Page.SOON]


@pytest.mark.rule("complaint-page")
def test_while_a_page_is_open_nothing_is_offered_for_another_place(hurting: Hurting) -> None:
    flagged = Hurt("hip-front", Feeling.PAIN, 2, Side.LEFT, flags=(hurting.place("hip-front").flags[0].id,))
    assert hurting.outcome(flagged).page is not None
    kept = hurting.record(hurting.outcome(flagged), "Note")
    beside = hurting.outcome(achilles())
    assert (beside.page, beside.routine) == (None, None)
    assert [reason.rule for reason in beside.reasons] == ["complaint-page"]
    assert beside.waiting
    assert hurting.record(beside, "Note").page is None, "it asks for no clinician itself"
    hurting.end(kept.id, "Fine")
    assert hurting.outcome(achilles()).routine is not None


@pytest.mark.rule("hurts-harder")
def test_fresh_pain_is_offered_nothing_harder_than_its_first_step(
    hurting: Hurting, store: Store, library: Library, fake_clock: FakeClock
) -> None:
    outcome = hurting.outcome(Hurt("hamstring", Feeling.PAIN, 3, Side.LEFT, 3))
    assert "slider-leg-curl" in [one.id for one in outcome.waiting]
    hurting.record(outcome, "Note")
    coach = Coach(store, fake_clock, library, CoachSettings, new_id, held=hurting.held)
    for workout in library.workouts():
        for item in coach.propose(workout).items:
            if item.proposed is not None:
                exercise = library.exercise(item.proposed.exercise_id)
                assert exercise.region != "hamstring" or exercise.level <= 2


@pytest.mark.rule("hurts-elsewhere")
def test_a_routine_leaves_out_what_waits_for_another_place(hurting: Hurting, owned: Owned) -> None:
    owned.things = {"step"}
    heel = Hurt("heel-under", Feeling.PAIN, 2, Side.LEFT)
    before = hurting.outcome(heel).routine
    assert before is not None
    assert "towel-toe-heel-raise" in [item.exercise_id for item in before.items]
    hurting.record(hurting.outcome(Hurt("foot", Feeling.PAIN, 2, Side.LEFT)), "Note")
    outcome = hurting.outcome(heel)
    assert outcome.routine is not None
    assert [item.exercise_id for item in outcome.routine.items] == [
        item.exercise_id for item in before.items if item.exercise_id != "towel-toe-heel-raise"
    ]
    assert outcome.reasons[-1].rule == "hurts-elsewhere"
    assert "owel" in str(outcome.reasons[-1].numbers["exercises"])
    hurting.record(outcome, "Note")
    assert hurting.outcome(heel).routine == outcome.routine, "its own complaint holds nothing from it"
