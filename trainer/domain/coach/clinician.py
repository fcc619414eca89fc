"""When no workout is offered: a complaint that ended on a page, or pain that got worse twice or for long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from trainer.domain.coach.mornings import rising, worse_twice
from trainer.domain.coach.places import places_of
from trainer.domain.coach.reasons import because, place_label
from trainer.domain.coach.situation import Situation
from trainer.domain.complaint import Complaint
from trainer.domain.proposal import Page
from trainer.domain.rule import Reason
from trainer.domain.workout import Workout

_URGENT_FIRST = (Page.EMERGENCY, Page.TODAY, Page.SOON)


@dataclass(frozen=True, slots=True)
class ClinicianPage:
    """Which of the plain pages, and why."""

    page: Page
    reason: Reason


def clinician_page(workout: Workout, situation: Situation) -> ClinicianPage | None:
    """The most urgent page that stands against all training; None where there is none."""
    told = page_of_complaints(situation.complaints)
    found = [*([told] if told else []), *_of_mornings(workout, situation)]
    return min(found, key=_urgency, default=None)


def page_of_complaints(complaints: Iterable[Complaint]) -> ClinicianPage | None:
    """The most urgent page that open complaints ended on; any in the pain table's last column has one."""
    found = (
        ClinicianPage(one.page or Page.SOON, because("complaint-page", place=place_label(one.area)))
        for one in complaints
        if one.stops
    )
    return min(found, key=_urgency, default=None)


def _of_mornings(workout: Workout, situation: Situation) -> list[ClinicianPage]:
    """Pain that rose for two weeks, or mornings that were worse after the last two days of an area."""
    feelings, limits, day = situation.feelings, situation.settings.limits, situation.day
    reasons = [rising(feelings, chain.from_iterable(map(situation.every, situation.exposures)), day, limits)]
    of_workout = (situation.known.get(item.exercise_id) for item in workout.items)
    regions = {exercise.region: exercise for exercise in of_workout if exercise is not None}
    for region, exercise in regions.items():
        past = situation.of_region(region)
        reasons.append(worse_twice(past, feelings, places_of(exercise), limits, day))
    return [ClinicianPage(Page.SOON, reason) for reason in reasons if reason is not None]


def _urgency(page: ClinicianPage) -> int:
    return _URGENT_FIRST.index(page.page)
