"""The library page: search, filters and cards; a card opens the exercise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer.domain.change import Change, Changed
from trainer.domain.exercise import Exercise
from trainer.domain.stats import Performance
from trainer.errors import TrainerError
from trainer.services.library import Library
from trainer.settings import Settings
from trainer.ui.background import Background
from trainer.ui.library.acts import ExerciseActs
from trainer.ui.library.detail import ExerciseDetail
from trainer.ui.library.form import ExerciseForm
from trainer.ui.library.overview import Overview
from trainer.ui.pages import Act
from trainer.ui.theme import Theme


class LibraryPage(QStackedWidget):
    """All exercises, one of them, or one of one's own to fill in.

    `performances`, asked on the `background`, gives what was done of an exercise; no record without them.
    Without `acts` nothing can be changed.
    """

    try_requested = Signal(str)
    """The id of an exercise to do now."""
    told = Signal(str)
    """A sentence for the foot of the window: a read that failed, or what to do first."""
    offered = Signal(str, str, object)
    """A sentence, the name of what may be done about it, and what does it."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        theme: Theme,
        *,
        acts: ExerciseActs | None = None,
        can_try: bool = True,
        background: Background | None = None,
        performances: Callable[[str], Sequence[Performance]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._settings, self._theme, self._can_try = library, settings, theme, can_try
        self._background, self._performances, self._acts = background, performances, acts
        self._detail: ExerciseDetail | None = None
        self._form: ExerciseForm | None = None
        self.overview = Overview(library, settings, theme, own=acts is not None)
        self.addWidget(self.overview)
        cards = self.overview.cards
        cards.exercise_chosen.connect(self.show_exercise)
        if acts is not None:
            acts.setParent(self)
            self.overview.new_requested.connect(acts.new)
            cards.star_pressed.connect(acts.toggle_star)
            cards.menu_requested.connect(self._on_menu_requested)
            acts.form_requested.connect(self.show_form)

    def focus_search(self) -> None:
        """Goes to the search field, with what is in it selected."""
        self.show_all()
        self.overview.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.overview.search.selectAll()

    def show_all(self) -> None:
        """Goes back to the cards."""
        self._leave_form()
        self.setCurrentWidget(self.overview)
        if self._detail is not None:
            row = self.overview.model.row_of(self._detail.exercise_id)
            self._drop(self._detail)
            self._detail = None
            if row >= 0:
                self.overview.cards.choose(row)
            self.overview.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_exercise(self, exercise_id: str) -> None:
        """Opens one exercise."""
        self._leave_form()
        old = self._detail
        detail = self._detail = ExerciseDetail(
            self._library,
            exercise_id,
            self._settings,
            self._theme,
            acts=self._acts,
            can_try=self._can_try,
        )
        detail.back_requested.connect(self.show_all)
        detail.exercise_requested.connect(self.show_exercise)
        detail.try_requested.connect(self.try_requested)
        self.addWidget(detail)
        self.setCurrentWidget(detail)
        detail.take_focus()
        self._read_record()
        if old is not None:
            self._drop(old)

    def show_form(self, exercise: Exercise, begun: Exercise | None = None) -> None:
        """Asks for an exercise of one's own, known so far; `begun` is what is saved of it, where less is."""
        self._leave_form()
        form = self._form = ExerciseForm(self._library, exercise, self._settings, self._theme, begun=begun)
        form.saved.connect(self._on_form_saved)
        form.left.connect(self._on_form_left)
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.take_focus()

    def do(self, act: Act) -> None:
        """What the menu asks for, with the exercise that is open or whose card has the keyboard."""
        if self._acts is None:
            return
        if act is Act.NEW:
            self._acts.new()
            return
        exercise = self.chosen
        if exercise is None:
            self.told.emit(self.tr("Choose an exercise first."))
            return
        {
            Act.STAR: self._acts.toggle_star,
            Act.ADD: self._add,
            Act.OWN: self._acts.make_own,
            Act.EDIT: self._acts.edit,
            Act.DELETE: self._acts.delete,
        }[act](exercise.id)

    @property
    def chosen(self) -> Exercise | None:
        """The exercise that is open, or whose card has the keyboard; None while one is filled in."""
        if self._form is not None:
            return None
        return self.overview.cards.current if self._detail is None else self._detail.exercise

    def on_change(self, change: Change) -> None:
        """Follows what was written: exercises of one's own, favourites, and what was done."""
        if Changed.EXERCISES in change.kinds:
            self._follow_exercises()
        if Changed.FAVOURITES in change.kinds:
            self.overview.show_stars()
            if self._detail is not None:
                self._detail.show_star()
        if Changed.SETS in change.kinds:
            self._read_record()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for page in (self.overview, self._detail, self._form):
            if page is not None:
                page.set_theme(theme)

    def _follow_exercises(self) -> None:
        self.overview.reload()
        if self._detail is None:
            return
        now = {exercise.id: exercise for exercise in self._library.exercises()}
        shown = now.get(self._detail.exercise_id)
        if shown is None:
            self._close_detail()
        elif shown != self._detail.exercise and self._form is None:
            self.show_exercise(shown.id)

    def _close_detail(self) -> None:
        if self._form is None:
            self.show_all()
        elif self._detail is not None:
            self._drop(self._detail)
            self._detail = None

    def _read_record(self) -> None:
        if self._detail is None or self._background is None or self._performances is None:
            return
        read = partial(self._performances, self._detail.exercise_id)
        self._background.submit(read, self._detail.record.show_performances, self._on_record_failed)

    def _on_record_failed(self, error: TrainerError) -> None:
        self.told.emit(str(error))

    def _drop(self, page: QWidget) -> None:
        self.removeWidget(page)
        page.deleteLater()

    def _leave_form(self) -> None:
        """Puts the form away; what was filled in can be brought back."""
        form, self._form = self._form, None
        if form is None:
            return
        if form.changed:
            name = form.exercise.name or self.tr("The exercise")
            text, action = self.tr("{0} was not saved.").format(name), self.tr("Bring back")
            self.offered.emit(text, action, partial(self.show_form, form.exercise, form.begun))
        self._drop(form)

    def _add(self, _exercise_id: str) -> None:
        if self._detail is not None:
            self._detail.show_workouts()
        elif self._acts is not None:
            cards = self.overview.cards
            menu = self._acts.workouts_menu(_exercise_id, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(cards.viewport().mapToGlobal(cards.visualRect(cards.currentIndex()).center()))

    def _on_menu_requested(self, exercise_id: str, at: QPoint) -> None:
        if self._acts is None:
            return
        try_ = partial(self.try_requested.emit, exercise_id) if self._can_try else None
        menu = self._acts.card_menu(exercise_id, partial(self.show_exercise, exercise_id), try_, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _on_form_saved(self, exercise: Exercise) -> None:
        if self._acts is None or self._form is None or not self._acts.save(exercise):
            return
        form, self._form = self._form, None
        self.show_exercise(exercise.id)
        self._drop(form)

    def _on_form_left(self) -> None:
        self._leave_form()
        self.setCurrentWidget(self.overview if self._detail is None else self._detail)
