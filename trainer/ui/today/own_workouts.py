"""The workouts of one's own: a quiet list to start from, to edit, and to delete."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trainer.domain.workout import Workout
from trainer.engine.timeline import build_timeline
from trainer.services.own import OwnLibrary
from trainer.ui.today.own_acts import WorkoutActs
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.page import clear, set_stacked
from trainer.ui.widgets.text import Words, rule
from trainer.ui.wording import item_text, minutes_text


class OwnWorkoutsCard(QFrame):
    """One row a workout; hidden while there is none.

    `start_requested` and `sound_requested` carry the workout, `edit_requested` and `copy_requested` its id,
    `told` a sentence, `done` one of something that Undo takes back.
    """

    start_requested = Signal(object)
    sound_requested = Signal(object)
    edit_requested = Signal(str)
    copy_requested = Signal(str)
    told = Signal(str)
    done = Signal(str)

    def __init__(self, own: OwnLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._own = own
        self._acts = WorkoutActs(own, self)
        self._acts.told.connect(self.told)
        self._acts.done.connect(self.done)
        self._open, self._narrow = "", False
        self.rows: list[WorkoutRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(Words(self.tr("Your workouts"), "body", strong=True))
        column.addLayout(self._list)

    def refresh(self) -> None:
        """Reads them again; the one that was open stays open, and the keyboard where it was."""
        focused = next((row.workout.id for row in self.rows if row.has_keyboard()), "")
        clear(self._list)
        self.rows = [self._row(workout) for workout in self._own.workouts()]
        for number, row in enumerate(self.rows):
            if number:
                self._list.addWidget(rule())
            self._list.addWidget(row)
        self.setVisible(bool(self.rows))
        if focused and self.rows:
            again = next((row for row in self.rows if row.workout.id == focused), self.rows[0])
            again.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """Puts the buttons of each row below its words."""
        self._narrow = narrow
        for row in self.rows:
            row.set_narrow(narrow)

    def _row(self, workout: Workout) -> WorkoutRow:
        row = WorkoutRow(workout)
        row.set_narrow(self._narrow)
        row.set_open(workout.id == self._open)
        row.start_requested.connect(self.start_requested)
        row.sound_requested.connect(self.sound_requested)
        row.edit_requested.connect(self.edit_requested)
        row.copy_requested.connect(self.copy_requested)
        row.rename_requested.connect(self._acts.rename)
        row.delete_requested.connect(self._acts.delete)
        row.item_removed.connect(self._acts.remove_item)
        row.opened.connect(self._on_row_opened)
        return row

    def _on_row_opened(self, workout_id: str) -> None:
        self._open = "" if workout_id == self._open else workout_id
        for row in self.rows:
            row.set_open(row.workout.id == self._open)


class WorkoutRow(QWidget):
    """A workout's name, length and exercises; opened, each exercise can be taken out."""

    start_requested = Signal(object)
    sound_requested = Signal(object)
    opened = Signal(str)
    edit_requested = Signal(str)
    copy_requested = Signal(str)
    rename_requested = Signal(str)
    delete_requested = Signal(str)
    item_removed = Signal(str, int)

    def __init__(self, workout: Workout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workout = workout
        self.start_button = Button(self.tr("Start"), icon="play")
        self.start_button.setAccessibleName(self.tr("Start {0}").format(workout.name))
        self.start_button.clicked.connect(self._on_start_clicked)
        self.open_button = Button("", "icon", icon="chevron-down", checkable=True)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.more_button = Button(self.tr("More about {0}").format(workout.name), "icon", icon="ellipsis")
        self.more_button.clicked.connect(self._on_more_clicked)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(workout.name, "body", strong=True, wrap=True))
        words.addWidget(Words(facts_of(workout), "small", tone="muted", wrap=True))
        self._top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.start_button, self.open_button, self.more_button):
            buttons.addWidget(button)
        buttons.addStretch(0)
        self._top.addLayout(buttons)
        self.items = self._items()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addLayout(self._top)
        column.addWidget(self.items)
        self.set_open(is_open=False)

    def has_keyboard(self) -> bool:
        """Whether one of its buttons has the keyboard."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def set_open(self, is_open: bool) -> None:
        """Shows its exercises, or hides them."""
        self.items.setVisible(is_open)
        self.open_button.setChecked(is_open)
        self.open_button.set_icon_name("chevron-up" if is_open else "chevron-down")
        text = self.tr("Hide the exercises of {0}") if is_open else self.tr("Show the exercises of {0}")
        self.open_button.set_name(text.format(self.workout.name))

    def set_narrow(self, narrow: bool) -> None:
        """Puts its buttons below its words."""
        set_stacked(self._top, narrow)

    def _items(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(4)
        for place, item in enumerate(self.workout.items):
            row = QHBoxLayout()
            row.setSpacing(8)
            text = self.tr("{0} · {1}").format(item.exercise, item_text(item))
            row.addWidget(Words(text, "small", wrap=True), 1)
            name = self.tr("Take {0} out of {1}").format(item.exercise, self.workout.name)
            remove = Button(name, "icon", icon="x")
            remove.setProperty("place", place)
            remove.clicked.connect(self._on_remove_clicked)
            row.addWidget(remove)
            column.addLayout(row)
        return holder

    def _on_start_clicked(self) -> None:
        self.start_requested.emit(self.workout)

    def _on_open_clicked(self) -> None:
        self.opened.emit(self.workout.id)

    def _on_remove_clicked(self) -> None:
        self.item_removed.emit(self.workout.id, int(self.sender().property("place")))

    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit…")).triggered.connect(self._on_edit_chosen)
        menu.addAction(self.tr("Duplicate…")).triggered.connect(self._on_copy_chosen)
        menu.addAction(self.tr("Sound…")).triggered.connect(self._on_sound_chosen)
        menu.addAction(self.tr("Rename…")).triggered.connect(self._on_rename_chosen)
        menu.addAction(self.tr("Delete")).triggered.connect(self._on_delete_chosen)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height() + 2)))

    def _on_edit_chosen(self) -> None:
        self.edit_requested.emit(self.workout.id)

    def _on_copy_chosen(self) -> None:
        self.copy_requested.emit(self.workout.id)

    def _on_sound_chosen(self) -> None:
        self.sound_requested.emit(self.workout)

    def _on_rename_chosen(self) -> None:
        self.rename_requested.emit(self.workout.id)

    def _on_delete_chosen(self) -> None:
        self.delete_requested.emit(self.workout.id)


def facts_of(workout: Workout) -> str:
    """`22 min · 3 exercises`."""
    count = len(workout.items)
    one, many = "1 exercise", "{0} exercises"
    told = QCoreApplication.translate("own", one if count == 1 else many).format(count)
    return f"{minutes_text(build_timeline(workout).duration_s)} · {told}"
