"""The builder: a workout of one's own, its exercises on the left, the chosen one on the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from trainer.domain.draft import Draft
from trainer.domain.workout import WorkoutItem
from trainer.services.building import Building
from trainer.services.own_checks import NAME_LENGTH
from trainer.ui.builder import key_list as keys
from trainer.ui.builder.boxes import leave_undo
from trainer.ui.builder.draft_acts import DraftActs
from trainer.ui.builder.item_editor import ItemEditor
from trainer.ui.builder.item_list import ItemList
from trainer.ui.builder.item_model import ItemModel
from trainer.ui.builder.item_tools import ItemTools
from trainer.ui.builder.offers import From
from trainer.ui.builder.picker import Picker
from trainer.ui.builder.points_card import PointsCard
from trainer.ui.builder.warning_list import WarningList
from trainer.ui.theme import Theme, text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.fields import Field
from trainer.ui.widgets.page import set_stacked
from trainer.ui.widgets.scrolled import scrolled
from trainer.ui.widgets.text import Words
from trainer.ui.widgets.toast import Toast

SIZE = QSize(1180, 800)
MARGIN_PX = 24
NARROW_PX = 820


class BuilderDialog(QDialog):
    """`save_asked` carries the draft once it has a name and an exercise; `closed_unsaved` what was begun and
    what it had become, where it is closed with changes.
    """

    save_asked = Signal(object)
    closed_unsaved = Signal(object, object)

    def __init__(
        self,
        building: Building,
        draft: Draft,
        theme: Theme,
        unit: str,
        *,
        title: str,
        begun: Draft | None = None,
        moving: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._building, self._around = building, building.surroundings()
        self.acts = DraftActs(building, draft, begun, self)
        self._make_parts(theme, unit, moving=moving)
        self._lay_out()
        self._connect()
        self._add_keys()
        self.acts.changed.emit([0] if draft.items else [])
        wanted = SIZE * text_scale()
        self.resize(wanted if parent is None else wanted.boundedTo(parent.window().size()))
        if draft.items:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_picker()

    @property
    def draft(self) -> Draft:
        return self.acts.draft

    def show_picker(self) -> None:
        """Offers exercises, workouts and sessions to take in."""
        self._show_right(self.picker)
        self.picker.begin(can_leave=bool(self.acts.items))
        self._reveal(self.picker.search)

    def set_theme(self, theme: Theme) -> None:
        """Paints the figures in the theme's colours."""
        self.rows.set_theme(theme)
        self.editor.set_theme(theme)
        self.picker.set_theme(theme)

    def save(self) -> None:
        """Asks for it to be kept, or says what is missing."""
        problem = self._building.name_problem(self.draft)
        self.name_field.set_problem(QCoreApplication.translate("own", problem) if problem else "")
        if problem:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.acts.items:
            self.toast.say(self.tr("Add an exercise first."))
            self.show_picker()
        else:
            self.save_asked.emit(self.draft)

    def reject(self) -> None:
        """Closes it; what was not saved is told and can be brought back."""
        drafting = self.acts.drafting
        super().reject()
        if drafting.changed:
            self.closed_unsaved.emit(drafting.begun, drafting.draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that it is on, and no other."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_PX * text_scale()
        set_stacked(self._columns, narrow)
        set_stacked(self._head, narrow)

    def _make_parts(self, theme: Theme, unit: str, *, moving: bool) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setAccessibleName(self.tr("Name of the workout"))
        leave_undo(self.name)
        self.name_field = Field(self.tr("Name"), self.name)
        self.undo_button = Button(self.tr("Undo"), "icon", icon="undo-2")
        self.redo_button = Button(self.tr("Redo"), "icon", icon="redo-2")
        self.cancel_button = Button(self.tr("Cancel"))
        self.save_button = Button(self.tr("Save"), "primary", icon="check")
        self.points = PointsCard(self._building)
        self.warnings = WarningList(self._building)
        self.model = ItemModel(unit, self)
        self.rows = ItemList(self.model, theme)
        self.tools = ItemTools(self.acts, self.rows, self)
        self.add_button = Button(self.tr("Add exercises"), icon="plus")
        self.editor = ItemEditor(self._building, theme, unit, moving=moving)
        self.picker = Picker(self._building, theme)
        self.hint = Words(tone="muted", wrap=True)
        self.toast = Toast(self)

    def _lay_out(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        self._head.addWidget(self.name_field, 1)
        buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.undo_button, self.redo_button, self.cancel_button, self.save_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._head.addLayout(buttons)
        inner = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addLayout(self._left(), 1)
        self._right = QVBoxLayout()
        self._columns.addLayout(self._right, 1)
        self._parts = (self.editor, self.picker, self.hint)
        for part in self._parts:
            self._right.addWidget(part)
        self._right.addStretch(1)
        content = QVBoxLayout(inner)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(16)
        content.addWidget(self.points)
        content.addLayout(self._columns, 1)
        self.area = scrolled(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(16)
        column.addLayout(self._head)
        column.addWidget(self.area, 1)

    def _left(self) -> QVBoxLayout:
        frame = QFrame()
        frame.setProperty("card", True)
        card = QVBoxLayout(frame)
        card.setContentsMargins(8, 8, 8, 8)
        card.setSpacing(8)
        self.empty = Words(self.tr("Nothing in it yet. What you add stands here, in order."), tone="muted")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(8, 16, 8, 16)
        card.addWidget(self.empty)
        card.addWidget(self.rows)
        card.addWidget(self.tools)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(frame)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.warnings)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        acts = self.acts
        acts.changed.connect(self._on_changed)
        acts.told.connect(self.toast.say)
        self.name.textEdited.connect(acts.rename)
        self.undo_button.clicked.connect(acts.undo)
        self.redo_button.clicked.connect(acts.redo)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        self.add_button.clicked.connect(self.show_picker)
        self.rows.chosen.connect(self._on_chosen)
        self.model.dropped.connect(acts.move)
        self.warnings.ignored.connect(acts.ignore)
        self.warnings.recalled.connect(acts.recall)
        self.picker.picked.connect(self._on_picked)
        self.picker.left.connect(self._on_picker_left)
        self.editor.edited.connect(self._on_edited)
        self.editor.swap_asked.connect(self._on_swap_asked)

    def _add_keys(self) -> None:
        for sequence, do in (
            (keys.UNDO, self.acts.undo),
            (keys.REDO, self.acts.redo),
            (keys.SAVE, self.save),
            (keys.FIND, self.show_picker),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(sequence))
            action.triggered.connect(do)
            self.addAction(action)

    def _on_changed(self, choose: list[int]) -> None:
        draft = self.draft
        if self.name.text() != draft.name:
            self.name.setText(draft.name)
        self.name_field.set_problem("")
        before = self.rows.places
        self.model.set_rows([(item, self._building.exercise_of(item)) for item in draft.items])
        self.rows.fit()
        self.rows.setVisible(bool(draft.items))
        self.tools.setVisible(bool(draft.items))
        self.empty.setVisible(not draft.items)
        self.points.show_points(self._building.length(draft), self._building.balance(draft))
        self.warnings.show_warnings(self._building.warnings(draft, self._around), draft.ignored)
        self._show_steps()
        last = len(draft.items) - 1
        self.rows.choose(
            choose or [place for place in before if place <= last] or ([last] if last >= 0 else [])
        )

    def _show_steps(self) -> None:
        drafting = self.acts.drafting
        for button, label, name in (
            (self.undo_button, drafting.undo_label, self.tr("Undo: {0}").format(drafting.undo_label)),
            (self.redo_button, drafting.redo_label, self.tr("Redo: {0}").format(drafting.redo_label)),
        ):
            button.setEnabled(bool(label))
            button.set_name(name if label else name.partition(":")[0])

    def _on_chosen(self) -> None:
        self.tools.refresh()
        places, items = self.rows.places, self.acts.items
        if self.picker.isVisibleTo(self) and (self.picker.isAncestorOf(self.focusWidget()) or not items):
            return
        if len(places) == 1:
            self.editor.show_item(items[places[0]])
            self._show_right(self.editor)
        elif items:
            many = self.tr("{0} exercises are chosen. Choose one to change what it asks for.")
            none = self.tr("Choose an exercise to change what it asks for.")
            self.hint.setText(many.format(len(places)) if places else none)
            self._show_right(self.hint)
        else:
            self.show_picker()

    def _reveal(self, part: QWidget) -> None:
        """Scrolls to a part that may have come just now, where it stands below the rest."""
        inner = self.area.widget()
        if inner is not None and (layout := inner.layout()) is not None:
            layout.activate()
            self.area.ensureWidgetVisible(part)

    def _show_right(self, part: QWidget) -> None:
        for one in self._parts:
            one.setVisible(one is part)

    def _on_picked(self, source: str, key: str) -> None:
        self.acts.add(From(source), key, max(self.rows.places, default=-1))
        self.picker.done_button.setVisible(bool(self.acts.items))

    def _on_picker_left(self) -> None:
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_chosen()

    def _on_edited(self, item: WorkoutItem, label: str, key: str) -> None:
        if len(self.rows.places) == 1:
            self.acts.edit(self.rows.places[0], item, label, key)

    def _on_swap_asked(self, exercise_id: str) -> None:
        if len(self.rows.places) == 1:
            self.acts.swap(self.rows.places[0], exercise_id)
