"""A month to look at and to move things in, by mouse and by keyboard."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from trainer.ui.icons import icon_pixmap
from trainer.ui.plans.marks import ICONS, Day, Mark
from trainer.ui.plans.month import Month, month_after
from trainer.ui.plans.month_delegate import MonthDelegate
from trainer.ui.plans.month_model import MonthModel
from trainer.ui.theme import text_scale

ENTRY_MIME = "application/x-stride-trainer-entry"
CELL_PX, HEADER_PX, DRAGGED_PX = 88, 34, 24
USUAL_WEEKS, LONG_PART = 5, 0.84
"""A month of six weeks has lower rows, so that the page keeps its height."""
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthView(QTableView):
    """`day_chosen` follows the cursor; `month_wanted` carries a day in another month that is asked for.

    `move_wanted` carries an entry's id and a day, by dragging or by Alt and an arrow key; `opened` comes with
    Enter, `skip_pressed` with S, `delete_pressed` with Delete, `menu_wanted` with the place for a menu.
    """

    day_chosen = Signal(object)
    month_wanted = Signal(object)
    move_wanted = Signal(str, object)
    opened = Signal()
    skip_pressed = Signal()
    delete_pressed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(
        self, today: date, *, cell_px: int = CELL_PX, movable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.month_model = MonthModel(today, self)
        self.setModel(self.month_model)
        self.days = MonthDelegate(self.month_model, self)
        self.setItemDelegate(self.days)
        self._cell_px, self._movable = cell_px, movable
        self._pressed: Mark | None = None
        self._pressed_at = QPoint()
        self.setAccessibleName(self.tr("Calendar"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(movable)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def day(self) -> Day:
        """The day that the cursor is on."""
        return self.month_model.day_at(self.currentIndex())

    def show_month(self, month: Month, today: date, day: date) -> None:
        """Shows the month with the cursor on `day`."""
        self.month_model.set_month(month, today)
        self._fit()
        index = self.month_model.index_of(day)
        if index == self.currentIndex():
            self.day_chosen.emit(self.day)
        else:
            self.setCurrentIndex(index)

    def mark_at(self, at: QPointF) -> Mark | None:
        """What stands at a place of the viewport."""
        index = self.indexAt(at.toPoint())
        if not index.isValid():
            return None
        return self.days.mark_at(self.visualRect(index), self.month_model.day_at(index), at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.month_model.index_of(self.month_model.month.first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.AltModifier
        day = self.day.day
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self._move_first(timedelta(days=self._step(key)))
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._go_to(day + timedelta(days=self._step(key)))
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self._go_to(_same_day(day, 1 if key == Qt.Key.Key_PageDown else -1))
            case Qt.Key.Key_Home:
                self._go_to(self.month_model.today)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_S if not event.modifiers():
                self.skip_pressed.emit()
            case Qt.Key.Key_Delete if not event.modifiers():
                self.delete_pressed.emit()
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.setCurrentIndex(self.indexAt(event.pos()))
            self.menu_wanted.emit(event.globalPos())
        else:
            place = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed, self._pressed_at = self.mark_at(event.position()), event.position().toPoint()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        mark, far = self._pressed, QApplication.startDragDistance()
        if not held or mark is None or not self._movable or not mark.movable or mark.entry is None:
            return  # so that the cursor does not run after the pointer
        if (event.position().toPoint() - self._pressed_at).manhattanLength() >= far:
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(mime_of(mark.entry.id))
            colour = self.palette().color(QPalette.ColorRole.Highlight).name()
            drag.setPixmap(icon_pixmap(ICONS[mark.kind], colour, DRAGGED_PX, self.devicePixelRatioF()))
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._offer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._offer(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(None)
        index = self.indexAt(event.position().toPoint())
        entry_id = entry_of(event.mimeData())
        if index.isValid() and entry_id:
            event.acceptProposedAction()
            self.move_wanted.emit(entry_id, self.month_model.day_at(index).day)

    def _offer(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if entry_of(event.mimeData()) and index.isValid():
            self._aim(self.month_model.day_at(index).day)
            event.acceptProposedAction()
        else:
            event.ignore()

    def _aim(self, day: date | None) -> None:
        self.days.target = day
        self.viewport().update()

    def _step(self, key: Qt.Key) -> int:
        mirrored = self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return -_STEPS[key] if mirrored else _STEPS[key]

    def _go_to(self, day: date) -> None:
        index = self.month_model.index_of(day)
        if index.isValid() and day.month == self.month_model.month.first.month:
            self.setCurrentIndex(index)
        else:
            self.month_wanted.emit(day)

    def _move_first(self, by: timedelta) -> None:
        mark = next((mark for mark in self.day.marks if mark.movable), None)
        if mark is not None and mark.entry is not None and self._movable:
            self.move_wanted.emit(mark.entry.id, mark.entry.day + by)

    def _fit(self) -> None:
        scale = text_scale()
        long = self._movable and self.month_model.month.weeks > USUAL_WEEKS
        row_px = round(self._cell_px * scale * (LONG_PART if long else 1))
        self.verticalHeader().setDefaultSectionSize(row_px)
        header_px = round(HEADER_PX * scale)
        self.horizontalHeader().setFixedHeight(header_px)
        frame_px = 2 * self.frameWidth()
        self.setFixedHeight(header_px + self.month_model.month.weeks * row_px + frame_px)

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.day_chosen.emit(self.month_model.day_at(now))


def mime_of(entry_id: str) -> QMimeData:
    """An entry that is dragged."""
    data = QMimeData()
    data.setData(ENTRY_MIME, QByteArray(entry_id.encode()))
    return data


def entry_of(data: QMimeData) -> str:
    """The id of the entry that is dragged, "" where it is something else."""
    return bytes(data.data(ENTRY_MIME).data()).decode("utf-8", "ignore")


def _same_day(day: date, months: int) -> date:
    """The day of that number so many months later, or the last there is."""
    first = month_after(day, months)
    last = month_after(day, months + 1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
