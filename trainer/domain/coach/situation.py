"""All that the coach looks at to propose for one day; nothing else moves a target."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from trainer.domain.calendar import CalendarEntry
from trainer.domain.coach.exposure import Exposure
from trainer.domain.coach.feelings import PAIN_FRESH_D, SORE_FRESH_D, Feelings, Reading
from trainer.domain.coach.light_week import monday
from trainer.domain.coach.mornings import Morning, morning_after
from trainer.domain.coach.places import places_of
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Exercise
from trainer.domain.overruling import Overruling
from trainer.domain.pain import PainAnswer, answer_to
from trainer.domain.rule import Reason
from trainer.domain.session import local_date

NO_FEELINGS = Feelings({}, {})


@dataclass(frozen=True, slots=True)
class Situation:
    """`exposures` are oldest first, by exercise; `complaints` the open ones; `held` what they hold back.

    `light_weeks` are Mondays. `overrulings` are the newest ones, by workout and the template's exercise.
    """

    day: date
    settings: CoachSettings
    known: Mapping[str, Exercise]
    exposures: Mapping[str, tuple[Exposure, ...]] = field(default_factory=dict)
    feelings: Feelings = NO_FEELINGS
    light_weeks: Collection[date] = ()
    complaints: tuple[Complaint, ...] = ()
    held: Mapping[str, Reason] = field(default_factory=dict)
    entries: tuple[CalendarEntry, ...] = ()
    overrulings: Mapping[tuple[str, str], Overruling] = field(default_factory=dict)

    @property
    def suspects(self) -> frozenset[str]:
        """The places where any pain is the pain table's last column."""
        return frozenset(one.area for one in self.complaints if one.suspect)

    @property
    def light(self) -> bool:
        """Whether it is a lighter week."""
        return monday(self.day) in self.light_weeks

    def every(self, exercise_id: str) -> tuple[Exposure, ...]:
        """The exposures up to the day, in whatever workout."""
        return tuple(one for one in self.exposures.get(exercise_id, ()) if one.day <= self.day)

    def last(self, exercise_id: str) -> Exposure | None:
        every = self.every(exercise_id)
        return every[-1] if every else None

    def of_workout(self, exercise_id: str, workout_id: str) -> tuple[Exposure, ...]:
        """Those in this workout that say what was asked for; lighter weeks aside."""
        return tuple(
            one
            for one in self.every(exercise_id)
            if one.workout_id == workout_id and one.complete and monday(one.day) not in self.light_weeks
        )

    def family(self, exercise: Exercise) -> list[Exposure]:
        """Exposures of all that loads the same area in the same way, oldest first."""
        others = (self.known[one] for one in self.exposures if one in self.known)
        alike = {one.id for one in others if _alike(one, exercise)} | {exercise.id}
        return sorted((one for exercise_id in alike for one in self.every(exercise_id)), key=_when)

    def of_region(self, region: str) -> list[Exposure]:
        """The last exposure of each day that loaded an area of the body, oldest first."""
        kin = (
            one
            for exercise_id in self.exposures
            if (other := self.known.get(exercise_id)) is not None and other.region == region
            for one in self.every(exercise_id)
        )
        return list({one.day: one for one in sorted(kin, key=_when)}.values())

    def pain_in_sets(self, place: str, days: int) -> int:
        """The worst pain named at a place in any set of the last `days` days; 0 where there was none."""
        pains = (
            pain
            for exercise_id in self.exposures
            for one in self.every(exercise_id)
            if (self.day - one.day).days <= days
            for pain, where in one.pains
            if where == place
        )
        return max(pains, default=0)

    def answer(self, exposure: Exposure) -> PainAnswer:
        """What the pain table says to what hurt in it."""
        return exposure.answer(self.settings.limits, self.suspects)

    def worst_of(self, exposure: Exposure) -> tuple[int, str]:
        """The pain in it that the table has the strongest answer to, and where."""
        return exposure.worst_by_table(self.settings.limits, self.suspects)

    def morning(self, exposure: Exposure, exercise: Exercise) -> Morning:
        """How the morning after was; one that is still to come is not answered."""
        return morning_after(exposure, self.feelings, places_of(exercise), self.settings.limits)

    def pain_now(self, exercise: Exercise) -> list[tuple[int, str, PainAnswer]]:
        """Each place of the exercise that was last told to hurt, and what the pain table says to it."""
        limits, suspects = self.settings.limits, self.suspects
        reading = self._pain()
        found = [
            (pain, place, answer_to(pain, place, limits, suspects))
            for place, pain in reading.items()
            if place in places_of(exercise) and pain > 0
        ]
        return sorted(found, key=_worst_first)

    def soreness_now(self, places: Collection[str]) -> int:
        """The worst soreness told of these places, by a check-in or *What hurts?*."""
        told = [one.level for one in self._fresh(Feeling.SORENESS, SORE_FRESH_D) if one.area in places]
        return max(self.feelings.soreness_now(self.day, places), *told, 0)

    def _pain(self) -> Reading:
        """The newest reading, with complaints that are as new."""
        found = dict(self.feelings.pain_now(self.day))
        answered = max((day for day in self.feelings.pain if day <= self.day), default=date.min)
        for one in self._fresh(Feeling.PAIN, PAIN_FRESH_D):
            if local_date(one.at, one.time_zone) >= answered:
                found[one.area] = max(one.level, found.get(one.area, 0))
        return found

    def _fresh(self, feeling: Feeling, within_d: int) -> Iterable[Complaint]:
        since = self.day - timedelta(days=within_d)
        return (
            one
            for one in self.complaints
            if one.feeling is feeling and since <= local_date(one.at, one.time_zone) <= self.day
        )


def _alike(one: Exercise, other: Exercise) -> bool:
    """One's own may name no area of the body: then it is like no other."""
    return bool(one.region) and (one.region, one.dominance) == (other.region, other.dominance)


def _when(one: Exposure) -> tuple[object, str]:
    return one.at, one.session_id


def _worst_first(found: tuple[int, str, PainAnswer]) -> tuple[int, str]:
    return -found[0], found[1]
