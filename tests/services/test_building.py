from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from tests.fakes import FakeClock
from trainer.domain.arranging import blocks, joined
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.exercise import Laterality, Side
from trainer.domain.foresight import key_of
from trainer.domain.session import SessionLog, SetStatus
from trainer.domain.targets import with_side, with_warm_up_count, working
from trainer.domain.tempo import Tempo
from trainer.domain.workout import Workout
from trainer.engine.timeline import build_timeline
from trainer.errors import NoSuchEntry
from trainer.services.building import CHOSEN_WHY, Building, Length
from trainer.services.editing import SessionEntry
from trainer.services.library import Library
from trainer.services.past_session import PastSessions
from trainer.store import Store

SEED = "hamstrings-for-runners"
TODAY = date(2026, 3, 4)


@pytest.fixture
def entries() -> list[CalendarEntry]:
    return []


@pytest.fixture
def building(store: Store, fake_clock: FakeClock, library: Library, entries: list[CalendarEntry]) -> Building:
    numbers = count(1)

    def between(first: date, last: date) -> list[CalendarEntry]:
        return [entry for entry in entries if first <= entry.day <= last]

    return Building(store, fake_clock, library, lambda: f"new-{next(numbers)}", between)


Log = Callable[..., str]


@pytest.fixture
def log(store: Store, fake_clock: FakeClock) -> Log:
    """Logs a workout as done so many days ago; answers with the session's id."""
    numbers = count(1)
    past = PastSessions(store, fake_clock, lambda: f"past-{next(numbers)}")

    def log(workout: Workout, days: int = 0) -> str:
        begun = datetime(2026, 3, 4, 18, 0) - timedelta(days=days)  # noqa: DTZ001 - the wall's clock
        return past.add(workout, SessionEntry(begun, 30.0, None, ""), "Log").id

    return log


def test_a_new_one_has_a_name_that_is_free(building: Building, library: Library) -> None:
    assert building.blank("My workout").name == "My workout"
    assert building.blank(library.workout(SEED).name).name == f"{library.workout(SEED).name} 2"
    assert building.blank("My workout").items == ()


def test_a_copy_of_a_shipped_workout_is_ones_own(building: Building, library: Library) -> None:
    shipped = library.workout(SEED)
    draft = building.copy_of(shipped, "Mine")
    assert draft.id != shipped.id
    assert draft.items == shipped.items
    assert draft.note == ""
    building.save(draft, "Make Mine")
    assert library.workout(draft.id).own
    assert library.workout(SEED) == shipped


def test_what_is_saved_is_one_step_of_the_journal(building: Building, store: Store, library: Library) -> None:
    draft = building.copy_of(library.workout(SEED), "Mine")
    building.save(draft, "Make Mine")
    changed = replace(building.opened(draft.id), name="Yours", ignored=frozenset({"nordics-after-break"}))
    building.save(changed, "Change Mine")
    assert building.opened(draft.id) == changed
    assert store.undo() == "Change Mine"
    assert building.opened(draft.id) == draft
    assert store.undo() == "Make Mine"
    with pytest.raises(NoSuchEntry):
        building.opened(draft.id)


def test_an_empty_one_is_not_saved(building: Building) -> None:
    with pytest.raises(ValueError, match="an exercise at least"):
        building.save(building.blank("Nothing"), "Make Nothing")


def test_a_chosen_side_outlasts_saving(building: Building, library: Library) -> None:
    draft = building.copy_of(library.workout(SEED), "Mine")
    first = with_side(draft.items[0], Laterality.EACH)
    building.save(replace(draft, items=(first, *draft.items[1:])), "Make Mine")
    sides = [item.side for item in library.workout(draft.id).items]
    assert sides[0] is Laterality.EACH
    assert sides[1:] == [item.side for item in draft.items[1:]]


def test_names_of_others_are_taken_its_own_is_not(building: Building, library: Library) -> None:
    draft = building.copy_of(library.workout(SEED), "Mine")
    building.save(draft, "Make Mine")
    assert building.name_problem(draft) == ""
    assert building.name_problem(replace(draft, name=library.workout(SEED).name)) != ""
    assert building.name_problem(replace(draft, name=" ")) == "Give it a name."


def test_its_length_is_that_of_the_session(building: Building, library: Library) -> None:
    draft = building.copy_of(library.workout(SEED), "Mine")
    assert draft.workout is not None
    timeline = build_timeline(draft.workout)
    length = building.length(draft)
    assert length.whole_s == timeline.duration_s
    assert length.sets == timeline.set_count
    assert 0 < length.work_s < length.whole_s
    assert building.length(building.blank("Empty")) == Length()


def test_a_rung_takes_the_place_with_its_group_and_rest(building: Building, library: Library) -> None:
    items = joined(library.workout(SEED).items, [0, 1])
    swapped = building.swapped(items[0], "band-assisted-nordic")
    assert (swapped.group, swapped.rest_s, swapped.why) == (items[0].group, items[0].rest_s, CHOSEN_WHY)
    assert len(swapped.sets) == len(items[0].sets)
    ladder = building.ladder_of(items[0])
    assert ladder is not None
    assert "band-assisted-nordic" in [one.id for one in ladder.easier]


def test_of_an_exercise_that_is_no_more_there_is_no_ladder(building: Building) -> None:
    item = replace(building.item_of("diver"), exercise_id="gone")
    assert building.ladder_of(item) is None
    assert building.exercise_of(item) is None


# What was done before


def test_a_past_session_is_a_template(building: Building, library: Library, log: Log) -> None:
    seed = library.workout(SEED)
    workout = replace(seed, items=joined(seed.items, [1, 2]))
    done = building.items_of_session(log(workout))
    assert [item.exercise_id for item in done] == [item.exercise_id for item in workout.items]
    assert [working(item) for item in done] == [working(item) for item in workout.items]
    assert [item.rest_s for item in done] == [item.rest_s for item in workout.items]
    assert blocks(done) == blocks(workout.items)
    assert {item.why for item in done} == {"As you did it in that session."}


def test_it_asks_for_what_was_done_of_the_weaker_side(
    building: Building, library: Library, log: Log, store: Store
) -> None:
    session_id = log(library.workout(SEED))
    rows = [row for row in store.sets_of(session_id) if row.exercise_id == "single-leg-rdl"]
    changed = [
        replace(row, reps=7 if row.side is Side.LEFT else 5, load_kg=12.0, tempo="4-0-1-0") for row in rows
    ]
    store.save_sets(changed)
    item = next(one for one in building.items_of_session(session_id) if one.exercise_id == "single-leg-rdl")
    assert {target.reps for target in item.sets} == {5}
    assert {target.load_kg for target in item.sets} == {12.0}
    assert item.side is Laterality.EACH


def test_what_was_skipped_is_left_out_and_so_are_exercises_that_are_no_more(
    building: Building, library: Library, log: Log, store: Store
) -> None:
    session_id = log(library.workout(SEED))
    rows = store.sets_of(session_id)
    first, second = (
        rows[0].exercise_id,
        next(r.exercise_id for r in rows if r.exercise_id != rows[0].exercise_id),
    )
    store.save_sets(
        [replace(row, status=SetStatus.SKIPPED) for row in rows if row.exercise_id == first]
        + [replace(row, exercise_id="gone") for row in rows if row.exercise_id == second]
    )
    ids = {item.exercise_id for item in building.items_of_session(session_id)}
    assert ids == {row.exercise_id for row in rows} - {first, second}


def test_an_imported_session_needs_no_course(
    building: Building, store: Store, library: Library, log: Log
) -> None:
    session_id = log(library.workout(SEED))
    store.save_session(replace(store.session(session_id), prescribed=None))
    rows = [
        replace(row, tempo="", target=replace(row.target, tempo=None)) for row in store.sets_of(session_id)
    ]
    store.save_sets(rows)
    done = building.items_of_session(session_id)
    assert [item.exercise_id for item in done] == [item.exercise_id for item in library.workout(SEED).items]
    tempo = library.exercise(done[0].exercise_id).tempo
    assert isinstance(tempo, Tempo)
    assert done[0].sets[0].tempo == tempo


def test_warm_ups_stay_warm_ups(building: Building, library: Library, log: Log) -> None:
    seed = library.workout(SEED)
    workout = replace(seed, items=(with_warm_up_count(seed.items[0], 1),))
    (item,) = building.items_of_session(log(workout))
    assert [target.warm_up for target in item.sets] == [True, False, False, False]


def test_past_sessions_are_those_of_a_year(building: Building, library: Library, log: Log) -> None:
    near, far = log(library.workout(SEED), 300), log(library.workout(SEED), 400)
    ids = [head.id for head in building.past_sessions()]
    assert near in ids
    assert far not in ids


def test_a_session_that_is_gone_says_so(building: Building) -> None:
    with pytest.raises(NoSuchEntry):
        building.items_of_session("gone")


# What is pointed out


@pytest.mark.rule("nordics-without-easy-week")
def test_the_log_says_whether_there_was_an_easy_week(building: Building, library: Library, log: Log) -> None:
    draft = building.copy_of(library.workout(SEED), "Mine")
    (warning,) = building.warnings(draft, building.surroundings())
    assert warning.rule == "nordics-without-easy-week"
    log(library.workout(f"{SEED}-easy"), 8)
    assert building.warnings(draft, building.surroundings()) == []


@pytest.mark.rule("heavy-before-race")
def test_the_calendar_says_when_there_is_a_race(
    building: Building, library: Library, log: Log, entries: list[CalendarEntry]
) -> None:
    log(library.workout(f"{SEED}-easy"), 8)
    draft = building.copy_of(library.workout(SEED), "Mine")
    entries.append(CalendarEntry("race", TODAY + timedelta(days=20), EntryKind.RACE))
    assert building.warnings(draft, building.surroundings()) == []
    planned = CalendarEntry("w", TODAY + timedelta(days=19), EntryKind.WORKOUT, workout_id=draft.id)
    entries.append(planned)
    (warning,) = building.warnings(draft, building.surroundings())
    assert warning.numbers["race_day"] == "2026-03-24"
    assert key_of(warning) == "both-heavy-before-race:2026-03-24"
    entries[-1] = replace(planned, skipped=True)
    assert building.warnings(draft, building.surroundings()) == []


def test_a_warning_is_told_with_its_sources(building: Building, library: Library) -> None:
    draft = building.copy_of(library.workout(SEED), "Mine")
    told = building.told(building.warnings(draft, building.surroundings())[0])
    assert "3 sets of up to 6 reps" in told.text
    assert [one.key for one in told.references] == ["mjolsnes2004"]
    assert told.rule.own_rule


def test_a_session_log_without_sets_offers_nothing(building: Building, store: Store) -> None:
    now = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
    store.save_session(SessionLog("bare", now, "Europe/Berlin", "x", "Walk", ended_at=now))
    assert building.items_of_session("bare") == ()
