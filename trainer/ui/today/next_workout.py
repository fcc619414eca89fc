"""Which workout Today offers, how the coach changes it, and what the athlete makes of that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from trainer.domain.calendar import CalendarEntry
from trainer.domain.proposal import ItemProposal, Verdict
from trainer.domain.workout import Workout, WorkoutItem
from trainer.errors import NoSuchEntry, SettingsError, TrainerError
from trainer.services.coaching import Told
from trainer.services.planning import Planning
from trainer.services.today import Offer, Today
from trainer.services.training import NO_OCCASION, Occasion
from trainer.settings import UNITS, WITHOUT_ANCHOR, WORKOUT, Setting, Settings
from trainer.ui.days import day_text
from trainer.ui.desk import Desk
from trainer.ui.today.move_words import choice_words
from trainer.ui.today.verdict_note import PlainPage
from trainer.ui.today.versions import level_of, seed_id, version_id
from trainer.ui.today.workout_card import WorkoutCard

T = TypeVar("T")


class NextWorkout(QObject):
    """Fills the card: the workout that is due, or another that was asked for.

    `start_requested` carries a workout that may begin as far as the coach has a say.
    """

    start_requested = Signal(object)
    told = Signal(str)
    done = Signal(str)

    def __init__(self, desk: Desk, today: Today, settings: Settings, card: WorkoutCard) -> None:
        super().__init__(card)
        self._desk, self._today, self._settings, self._card = desk, today, settings, card
        self._due: CalendarEntry | None = None
        self._other = ""
        """The id of a workout of one's own that was asked for."""
        self._wants_other = False
        self._now = ""
        """The id of an entry ahead that was asked for today."""
        self.offer: Offer | None = None
        card.start_requested.connect(self.start)
        card.other_requested.connect(self._on_other_requested)
        card.choice_requested.connect(self._on_choice_requested)
        card.version_bar.version_chosen.connect(self._on_version_chosen)
        card.version_bar.without_anchor_chosen.connect(self._on_without_anchor_chosen)
        card.verdict.move_requested.connect(self._on_move_requested)

    @property
    def workout(self) -> Workout | None:
        """What would begin; None where there is nothing to train on."""
        return None if self.offer is None else self.offer.proposal.workout

    @property
    def planned(self) -> bool:
        """Whether something on the calendar is still to be done."""
        return self._due is not None

    def occasion_of(self, workout: Workout) -> Occasion:
        """What a session of that workout would be done for."""
        ours = self.offer is not None and workout is self.offer.proposal.workout
        return self.offer.occasion if ours and self.offer is not None else NO_OCCASION

    def refresh(self) -> None:
        """Asks plans and coach again."""
        self._due = self._today.due()
        self.offer = self._offer()
        entry = self.offer.entry
        self._card.show_offer(
            self.offer,
            self._settings.get(UNITS),
            when="" if entry is None else self._when(self.offer, entry),
            other=self._other_words(),
            page=self._page(),
        )
        if entry is None and not self._other:
            self._card.version_bar.show_version(
                self.offer.template,
                self._desk.library.workouts(),
                without_anchor=self._settings.get(WITHOUT_ANCHOR),
            )
        else:
            self._card.version_bar.hide()

    def start(self) -> None:
        """Asks for the session of what is shown; of one ahead, what today makes of it is shown first."""
        if self.workout is not None and not self._otherwise_today():
            self.start_requested.emit(self.workout)

    def take(self, workout: Workout) -> None:
        """Starts a workout of one's own, or shows it first where the coach would have it otherwise."""
        offer = self._today.offer(workout)
        if offer.proposal.verdict is Verdict.TRAIN and _as_it_is(offer):
            self.start_requested.emit(workout)
            return
        self._other, self._wants_other = workout.id, True
        self.refresh()
        self._card.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _otherwise_today(self) -> bool:
        """Whether what was shown for a later day is another matter today; then it is shown as that."""
        shown = self.offer
        entry = None if shown is None else shown.entry
        if shown is None or entry is None or entry.day <= self._today.day() or self._now == entry.id:
            return False
        try:
            found = self._today.offer_planned(entry, now=True).proposal
        except NoSuchEntry:  # its workout was deleted meanwhile
            self.refresh()
            return True
        if found.verdict is Verdict.TRAIN and _same(found.workout, shown.workout):
            return False
        self._now = entry.id
        self.refresh()
        return True

    def _offer(self) -> Offer:
        if self._due is not None and not self._wants_other:
            try:
                return self._today.offer_planned(self._due, now=self._now == self._due.id)
            except NoSuchEntry:  # its workout was deleted; the plans page tells
                self._due = None
        return self._today.offer(self._asked_for() or self._chosen())

    def _asked_for(self) -> Workout | None:
        """The workout of one's own as it is now, and forgotten once it is gone."""
        try:
            return self._desk.library.workout(self._other) if self._other else None
        except NoSuchEntry:
            self._other = ""
            return None

    def _chosen(self) -> Workout:
        """The version chosen last, the easy one at first."""
        workouts = self._desk.library.workouts()
        wanted = version_id(
            level_of(self._settings.get(WORKOUT)),
            without_anchor=self._settings.get(WITHOUT_ANCHOR),
            workouts=workouts,
        )
        return next((one for one in workouts if one.id == wanted), workouts[0])

    def _when(self, offer: Offer, entry: CalendarEntry) -> str:
        """`Today · Nordic, ten weeks · week 3`, or the day that is next."""
        ahead = self.tr("Next: {0}").format(day_text(entry.day, "dddd d MMMM"))
        later = entry.day > self._today.day() and self._now != entry.id
        parts = [ahead if later else self.tr("Today")]
        if offer.plan is not None:
            parts.append(offer.plan.name)
        if entry.week is not None:
            parts.append(self.tr("week {0}").format(entry.week))
        return " · ".join(parts)

    def _page(self) -> PlainPage | None:
        """The plain page that the coach sends to."""
        page = None if self.offer is None else self.offer.proposal.page
        if page is None:
            return None
        text, hurting = self._desk.hurting.page(page), self._desk.hurting
        said = (
            Told(one.text, tuple(hurting.references(one.references)), one.own_rule) for one in text.sentences
        )
        return PlainPage(text.title, tuple(said))

    def _other_words(self) -> str:
        if self._due is None and not self._other:
            return ""
        if self._due is not None and not self._wants_other:
            return self.tr("Train something else")
        if self._due is not None:
            return self.tr("Back to what is planned")
        return self.tr("Back to the hamstrings")

    def _keep(self, setting: Setting[T], value: T) -> None:
        try:
            self._settings.set(setting, value)
        except SettingsError as error:
            self.told.emit(str(error))

    def _on_other_requested(self) -> None:
        self._wants_other = not self._wants_other
        self._other = self._now = ""
        self.refresh()
        self._card.other_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_version_chosen(self, level: str) -> None:
        self._keep(WORKOUT, seed_id(level))
        self.refresh()

    def _on_without_anchor_chosen(self, without: bool) -> None:
        self._keep(WITHOUT_ANCHOR, without)
        self.refresh()

    def _on_choice_requested(self, item: ItemProposal) -> None:
        """Lists what the pain table leaves to choose, at the button that asked."""
        button = self._card.choice_button(item)
        if button is None:
            return
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices = self._desk.coach.choices(item)
        for choice in choices:
            action = menu.addAction(choice_words(choice, self._settings.get(UNITS)))
            action.triggered.connect(partial(self.overrule, item, choice))
        if not choices:
            nothing = QAction(self.tr("There is nothing else to choose today"), menu)
            nothing.setEnabled(False)
            menu.addAction(nothing)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def overrule(self, item: ItemProposal, choice: WorkoutItem) -> None:
        """Keeps what the athlete chose instead; undoable."""
        if self.offer is None:
            return
        undo = self.tr("Choose {0}").format(choice.exercise)
        told = self.tr("{0}, as you chose.").format(choice_words(choice, self._settings.get(UNITS)))
        template = self.offer.template.id
        self._do(partial(self._desk.coach.overrule, item, choice, template, undo), told)

    def _on_move_requested(self) -> None:
        if self.offer is None or self.offer.entry is None or self.offer.proposal.later is None:
            return
        later = self.offer.proposal.later
        shown = day_text(later, "dddd d MMMM")
        undo = self.tr("Move {0} to {1}").format(self.offer.template.name, shown)
        move = partial(self._planning.move, self.offer.entry.id, later, undo)
        self._do(move, self.tr("Moved to {0}.").format(shown))

    @property
    def _planning(self) -> Planning:
        return self._desk.planning

    def _do(self, act: Callable[[], object], told: str) -> None:
        try:
            act()
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.done.emit(told)
        self.refresh()


def _as_it_is(offer: Offer) -> bool:
    """Whether the coach leaves the workout as it was made."""
    return _same(offer.workout, offer.template)


def _same(some: Workout | None, other: Workout | None) -> bool:
    """Whether there are two, and they ask for the same sets of the same exercises."""
    if some is None or other is None:
        return False
    asked = [[(item.exercise_id, item.sets) for item in one.items] for one in (some, other)]
    return asked[0] == asked[1]
