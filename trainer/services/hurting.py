"""What hurts: the questions, then a routine for the place or one of three plain pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from trainer.catalog import load_pages, load_places, load_rules
from trainer.domain import first_steps, red_flags
from trainer.domain.clock import Clock
from trainer.domain.coach.clinician import page_of_complaints
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Exercise, Reference
from trainer.domain.first_steps import SORE
from trainer.domain.holding_back import SORE_D, harder, held_back, waits
from trainer.domain.hurt import How, Hurt, HurtPlace, PageText, RedFlag
from trainer.domain.pain import PLACES, Limits
from trainer.domain.plan import Statement
from trainer.domain.proposal import Page
from trainer.domain.rule import Reason, Rule
from trainer.domain.session import local_date
from trainer.domain.workout import Workout, WorkoutItem
from trainer.errors import NoSuchEntry
from trainer.services.library import Library
from trainer.services.trial import least_of

LITTLE_SORE_D = 3
"""Soreness that is still rising after three days is asked about again."""
LABELS = {place.id: place.label for place in PLACES}


class HurtStore(Protocol):
    """Where complaints are kept; each write with an `undo` label is one step that can be taken back."""

    def complaints(self) -> list[Complaint]:
        """All complaints, oldest first."""

    def open_complaints(self) -> list[Complaint]:
        """Those that are not over, oldest first."""

    def save_complaint(self, complaint: Complaint, *, ends: tuple[str, ...] = (), undo: str = "") -> None:
        """Adds the complaint; those of the ids in `ends` end when it came."""

    def end_complaint(self, complaint_id: str, at: datetime, *, undo: str = "") -> None:
        """Raises NoSuchEntry."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from what was told: a plain `page` with nothing to train on, or what helps.

    `because` are the flags that led to the page. `routine` is None on a page, while one is open for something
    else, for tightness, beyond the limit that was set, and where nothing of the first steps can be done;
    `how` says what is done otherwise than on its page. `waiting` are the exercises that wait, `look_again_on`
    is the day to look again. `references` are what the place rests on.
    """

    hurt: Hurt
    place: HurtPlace
    page: PageText | None = None
    because: tuple[RedFlag, ...] = ()
    routine: Workout | None = None
    how: tuple[How, ...] = ()
    first: tuple[Statement, ...] = ()
    hold_back: tuple[Statement, ...] = ()
    waiting: tuple[Exercise, ...] = ()
    notes: tuple[Statement, ...] = ()
    look_again_on: date | None = None
    reasons: tuple[Reason, ...] = ()
    references: tuple[str, ...] = ()


class Hurting:
    """Asks and answers by the places' files, which are read when they are first needed.

    `equipment` is what is owned, `limits` how the pain table is tightened. Writes raise StoreError, files
    that cannot be used ContentError.
    """

    def __init__(
        self,
        store: HurtStore,
        clock: Clock,
        library: Library,
        equipment: Callable[[], Collection[str]],
        new_id: Callable[[], str],
        limits: Callable[[], Limits] = Limits,
        kneeling_hurts: Callable[[], bool] = bool,
    ) -> None:
        self._store, self._clock, self._library = store, clock, library
        self._equipment, self._new_id = equipment, new_id
        self._limits, self._kneeling_hurts = limits, kneeling_hurts
        self._places: Mapping[str, HurtPlace] | None = None
        self._pages: Mapping[Page, PageText] | None = None
        self._rules: Mapping[str, Rule] | None = None

    def today(self) -> date:
        """The day where the user is."""
        return local_date(self._clock.utc_now(), self._clock.time_zone())

    def places(self) -> Mapping[str, HurtPlace]:
        """All places by id."""
        if self._places is None:
            self._places = load_places()
        return self._places

    def place(self, place_id: str) -> HurtPlace:
        """Raises NoSuchEntry."""
        try:
            return self.places()[place_id]
        except KeyError:
            raise NoSuchEntry(f"There is no place “{place_id}” on the body map.") from None

    def page(self, page: Page) -> PageText:
        """What one of the three plain pages says."""
        if self._pages is None:
            self._pages = load_pages()
        return self._pages[page]

    def rule(self, key: str) -> Rule:
        """The rule that a reason names."""
        if self._rules is None:
            self._rules = load_rules()
        return self._rules[key]

    def references(self, keys: Sequence[str]) -> list[Reference]:
        """The sources of these keys that were seen."""
        return self._library.sources(keys)

    def questions(self, place_id: str, feeling: Feeling) -> tuple[RedFlag, ...]:
        """What is asked of this feeling there, before anything else; never empty."""
        return red_flags.questions(self.place(place_id), feeling)

    def outcome(self, hurt: Hurt) -> Outcome:
        """What follows; nothing is written."""
        place = self.place(hurt.place_id)
        because = red_flags.answered_yes(place, hurt)
        page = red_flags.page_of(because)
        if page is not None:
            return self._on_page(hurt, place, page, Reason("hurts-questions-first"), because)
        if red_flags.too_much(hurt):
            return self._on_page(hurt, place, Page.SOON, Reason("hurts-too-much", {"level": hurt.level}))
        before = red_flags.told_before(hurt, self._store.complaints())
        course = red_flags.course(hurt, before, self._clock.utc_now())
        if course is not None:
            return self._on_page(hurt, place, Page.SOON, course)
        return Outcome(hurt, place) if hurt.feeling is Feeling.TIGHTNESS else self._helping(hurt, place)

    def _others(self, hurt: Hurt) -> list[Complaint]:
        """The open complaints that stay open beside this one."""
        return [one for one in self.open() if not _same(one, hurt)]

    def record(self, outcome: Outcome, undo: str) -> Complaint:
        """Keeps what was told; what was open of that place, side and feeling ends with it."""
        hurt = outcome.hurt
        complaint = Complaint(
            id=self._new_id(),
            at=self._clock.utc_now(),
            time_zone=self._clock.time_zone(),
            area=hurt.place_id,
            side=hurt.side,
            feeling=hurt.feeling,
            level=hurt.level,
            since_d=hurt.since_d,
            flags=hurt.flags,
            suspect=any(flag.suspect for flag in outcome.because),
            page=outcome.page.page if outcome.page else None,
        )
        ends = tuple(one.id for one in self.open() if _same(one, hurt))
        self._store.save_complaint(complaint, ends=ends, undo=undo)
        return complaint

    def open(self) -> list[Complaint]:
        """The complaints that are not over, oldest first."""
        return self._store.open_complaints()

    def end(self, complaint_id: str, undo: str) -> None:
        """It is fine again. Raises NoSuchEntry."""
        self._store.end_complaint(complaint_id, self._clock.utc_now(), undo=undo)

    def look_again_on(self, complaint: Complaint) -> date | None:
        """The day to look at it again; None where nothing follows from it."""
        hurt = Hurt(complaint.area, complaint.feeling, complaint.level)
        day = local_date(complaint.at, complaint.time_zone)
        return _look_again(hurt, self.place(complaint.area), day)

    def held(self, complaints: Sequence[Complaint], day: date) -> Mapping[str, Reason]:
        """By exercise id, why it waits on that day while these are open; reads no file where none is."""
        return held_back(complaints, self.places(), day, self._known()) if complaints else {}

    def _known(self) -> Mapping[str, Exercise]:
        return {exercise.id: exercise for exercise in self._library.exercises()}

    def _on_page(
        self, hurt: Hurt, place: HurtPlace, page: Page, reason: Reason, because: tuple[RedFlag, ...] = ()
    ) -> Outcome:
        return Outcome(hurt, place, page=self.page(page), because=because, reasons=(reason,))

    def _helping(self, hurt: Hurt, place: HurtPlace) -> Outcome:
        known = self._known()
        named, later = waits(hurt, place)
        beyond = harder(hurt, place, known)
        limits = self._limits()
        against = self._against_training(hurt, limits)
        routine, reasons = (None, (against,)) if against else self._routine(hurt, place, known)
        ids = {item.exercise_id for item in routine.items} if routine else set()
        sore = hurt.feeling is Feeling.SORENESS
        return Outcome(
            hurt,
            place,
            routine=routine,
            how=tuple(how for how in place.how if how.exercise in ids),
            first=() if sore else place.first,
            hold_back=place.hold_back if named else (),
            waiting=tuple(known[one] for one in (*named, *later, *beyond) if one in known),
            notes=() if sore else place.notes,
            look_again_on=_look_again(hurt, place, self.today()),
            reasons=reasons,
            references=place.references,
        )

    def _against_training(self, hurt: Hurt, limits: Limits) -> Reason | None:
        """Why there is nothing to train: a page that is open for something else, or one's own limit."""
        page = page_of_complaints(self._others(hurt))
        if page is not None:
            return page.reason
        return _own_limit(hurt, limits) if red_flags.beyond(hurt, limits) else None

    def _routine(
        self, hurt: Hurt, place: HurtPlace, known: Mapping[str, Exercise]
    ) -> tuple[Workout | None, tuple[Reason, ...]]:
        """What helps without what waits for other complaints, and why it is that."""
        how = {one.exercise: one.text for one in place.how}
        wanted = first_steps.routine(
            hurt, place, known, self._equipment(), kneeling_hurts=self._kneeling_hurts()
        )
        held = held_back(self._others(hurt), self.places(), self.today())
        reasons = [first_steps.reason(hurt, place), Reason("hurts-at-hand"), Reason("hurts-least")]
        if left_out := [known[one].name for one in wanted if one in held]:
            reasons.append(Reason("hurts-elsewhere", {"exercises": ", ".join(left_out)}))
        items = tuple(self._item(known[one], how.get(one, "")) for one in wanted if one not in held)
        name = f"Routine: {LABELS[place.id]}"
        return Workout(f"hurts-{place.id}", name, items) if items else None, tuple(reasons)

    def _item(self, exercise: Exercise, how: str) -> WorkoutItem:
        why = " ".join(filter(None, (how, self.rule("hurts-least").text)))
        return replace(least_of(exercise), why=why)


def _same(complaint: Complaint, hurt: Hurt) -> bool:
    """Whether what hurts now takes the complaint's place."""
    return (complaint.area, complaint.side, complaint.feeling) == (hurt.place_id, hurt.side, hurt.feeling)


def _own_limit(hurt: Hurt, limits: Limits) -> Reason:
    return Reason("hurts-own-limit", {"level": hurt.level, "stop": limits.stop})


def _look_again(hurt: Hurt, place: HurtPlace, day: date) -> date | None:
    if hurt.feeling is Feeling.TIGHTNESS:
        return None
    if hurt.feeling is Feeling.PAIN:
        return day + timedelta(days=place.look_again_d)
    return day + timedelta(days=SORE_D if hurt.level >= SORE else LITTLE_SORE_D)
