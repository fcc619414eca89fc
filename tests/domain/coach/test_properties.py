"""What holds of every proposal, whatever was logged and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.coach.athlete import MONDAY, Athlete, as_asked, known, shipped
from tests.domain.coach.slots import Slots
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.coach import steps
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.pain import PLACES, Limits, answer_to
from trainer.domain.proposal import Move, Proposal
from trainer.domain.vocabulary import EQUIPMENT

SCALE = st.integers(0, 10)
PLACE_IDS = st.sampled_from([place.id for place in PLACES])
LIMITS = st.builds(Limits, st.integers(0, 2), st.integers(1, 6))
DAYS = st.lists(
    st.fixed_dictionaries(
        {
            "wait": st.integers(1, 30),
            "place": st.sampled_from(["hamstring", "sit-bone", "groin"]),
            "pain": st.none() | st.integers(0, 10),
            "soreness": st.integers(0, 10),
            "set_pain": st.none() | st.integers(0, 10),
            "short": st.integers(-3, 50),
            "answers": st.booleans(),
        }
    ),
    min_size=1,
    max_size=5,
)


def lived(days: list[dict[str, object]], told: CoachSettings) -> Athlete:
    """An athlete after such days, on the morning of the next one; no target jumped on the way."""
    athlete, slots = Athlete(workout=shipped(), settings=told), Slots()
    for day in days:
        if day["answers"]:
            athlete.wake(str(day["place"]), pain=day["pain"], soreness=day["soreness"])  # type: ignore[arg-type]
        slots.check(athlete.proposal())
        short = day["short"]
        assert isinstance(short, int)
        athlete.do(
            does=lambda target, short=short: max(0.0, as_asked(target) + short),  # type: ignore[misc]
            pain=day["set_pain"],  # type: ignore[arg-type]
            place=str(day["place"]),
        )
        athlete.wait(day["wait"])  # type: ignore[arg-type]
    return athlete


@given(SCALE, PLACE_IDS, LIMITS)
def test_tighter_limits_never_allow_more(pain: int, place: str, limits: Limits) -> None:
    loose, tight = answer_to(pain, place), answer_to(pain, place, limits)
    assert tight.stop >= loose.stop
    assert tight.easier >= loose.easier
    assert tight.may_progress <= loose.may_progress


@settings(max_examples=25, deadline=None)
@given(DAYS)
def test_the_same_log_gives_the_same_proposal(days: list[dict[str, object]]) -> None:
    athlete = lived(days, CoachSettings())
    assert athlete.proposal() == athlete.proposal()
    backwards = replace(athlete, sides=[*reversed(athlete.sides)], checkins=[*reversed(athlete.checkins)])
    assert backwards.proposal() == athlete.proposal()


@settings(max_examples=25, deadline=None)
@given(DAYS)
def test_pain_above_the_limit_never_goes_up_and_never_may(days: list[dict[str, object]]) -> None:
    athlete = lived(days, CoachSettings(heavy=True))
    for found in athlete.proposal().items:
        last = athlete.situation().last(found.proposed.exercise_id) if found.proposed else None
        if last is not None and last.worst_pain[0] > 2 and last.day >= athlete.day - timedelta(days=13):
            assert found.move is not Move.UP or found.reasons[0].rule == "rung-regained"


@settings(max_examples=25, deadline=None)
@given(DAYS, st.integers(0, 2), st.integers(1, 6))
def test_tightening_the_settings_never_asks_for_more(
    days: list[dict[str, object]], progress: int, stop: int
) -> None:
    """The same log, read with tighter limits."""
    athlete = lived(days, CoachSettings())
    loose = athlete.proposal()
    athlete.settings = CoachSettings(pain_progress=progress, pain_stop=stop)
    tight = athlete.proposal()
    assert _asked(tight) <= _asked(loose) or _levels(tight) < _levels(loose)


@settings(max_examples=25, deadline=None)
@given(DAYS, st.sets(st.sampled_from(sorted(EQUIPMENT))), st.booleans())
def test_what_is_proposed_can_be_done(days: list[dict[str, object]], owned: set[str], kneeling: bool) -> None:
    athlete = lived(days, CoachSettings(equipment=frozenset(owned), kneeling_hurts=kneeling))
    proposal = athlete.proposal()
    for found in proposal.items:
        every = [found.proposed, *found.choices] if found.proposed else list(found.choices)
        for one in every:
            exercise = known()[one.exercise_id]
            assert owned.issuperset(exercise.equipment)
            assert not kneeling or all(other.without != "kneeling hurts" for other in exercise.substitutes)
    ids = [found.proposed.exercise_id for found in proposal.items if found.proposed]
    assert len(ids) == len(set(ids))


@settings(max_examples=25, deadline=None)
@given(DAYS, st.sampled_from(EntryKind), st.integers(-5, 5))
def test_a_race_or_a_run_raises_nothing(days: list[dict[str, object]], kind: EntryKind, after: int) -> None:
    athlete = lived(days, CoachSettings())
    without = athlete.proposal()
    athlete.entries.append(CalendarEntry("e", athlete.day + timedelta(days=after), kind))
    assert _asked(athlete.proposal()) <= _asked(without)


@given(st.floats(0.5, 500).map(lambda load: round(load, 3)))
def test_a_load_never_jumps(load_kg: float) -> None:
    heavier = steps.heavier_kg(load_kg)
    assert heavier is None or load_kg * 1.02 - 1e-6 <= heavier <= load_kg * 1.10 + 1e-6


@given(st.dates(date(1, 1, 8), date(9999, 12, 20)))
def test_a_week_begins_on_monday(day: date) -> None:
    from trainer.domain.coach.light_week import light_weeks, monday

    days = {MONDAY + timedelta(days=n) for n in range(0, 300, 3)}
    assert monday(day).weekday() == 0
    assert all(found.weekday() == 0 for found in light_weeks(days, MONDAY + timedelta(days=400)))


def _asked(proposal: Proposal) -> float:
    return sum(steps.volume(found.proposed) for found in proposal.items if found.proposed is not None)


def _levels(proposal: Proposal) -> int:
    return sum(known()[found.proposed.exercise_id].level for found in proposal.items if found.proposed)
