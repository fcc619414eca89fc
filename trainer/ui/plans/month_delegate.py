"""Paints one day of the calendar: its number, and a line with icon and title for each thing on it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.ui.icons import paint_icon
from trainer.ui.plans.marks import CLASH_ICON, ICONS, Day, Mark, MarkKind
from trainer.ui.plans.month_model import DAY_ROLE, MonthModel
from trainer.ui.theme import text_scale
from trainer.ui.widgets.text import tabular

Role = QPalette.ColorRole
Index = QModelIndex | QPersistentModelIndex
PAD_PX, ICON_PX, GAP_PX, HEAD_PX, ROOMY_PX, LOW_PX, MOST_LINES = 5, 14, 4, 26, 84, 70, 3
_QUIET = frozenset({MarkKind.SKIPPED, MarkKind.OPEN, MarkKind.RUN, MarkKind.SESSION})
_STRONG = frozenset({MarkKind.RACE, MarkKind.HARD_RUN})


class MonthDelegate(QStyledItemDelegate):
    """Narrow cells show icons alone; `target` is the day that something is dragged over."""

    def __init__(self, model: MonthModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.target: date | None = None

    def mark_at(self, cell: QRect, day: Day, at: QPointF) -> Mark | None:
        """The mark at a place in a day's cell."""
        shown = self._shown(cell, day)
        return next((mark for mark, place in zip(day.marks, shown, strict=False) if place.contains(at)), None)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(40, 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day: Day = index.data(DAY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, day)
        self._paint_number(painter, option.rect, day)
        places = self._shown(option.rect, day)
        painter.setFont(_caption())
        for mark, place in zip(day.marks, places, strict=False):
            self._paint_mark(painter, place, mark)
        if len(places) < len(day.marks):
            self._paint_more(painter, option.rect, len(day.marks) - len(places))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, day: Day) -> None:
        palette, cell = QApplication.palette(), QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        in_month = day.day.month == self._model.month.first.month
        painter.fillRect(cell, palette.color(Role.Base if in_month else Role.Window))
        painter.setPen(QPen(palette.color(Role.Mid), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if day.day == self.target or chosen:
            strong = focused or day.day == self.target
            painter.setPen(QPen(palette.color(Role.Highlight), 2.5 if strong else 1.25))
            painter.drawRoundedRect(cell.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)

    def _paint_number(self, painter: QPainter, cell: QRect, day: Day) -> None:
        palette, scale = QApplication.palette(), text_scale()
        today = day.day == self._model.today
        font = _caption(strong=today)
        painter.setFont(font)
        place = QRectF(cell.left() + PAD_PX, cell.top() + PAD_PX, 22 * scale, 22 * scale)
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(Role.Highlight))
            painter.drawEllipse(place)
            painter.setPen(palette.color(Role.HighlightedText))
        else:
            in_month = day.day.month == self._model.month.first.month
            painter.setPen(palette.color(Role.WindowText if in_month else Role.PlaceholderText))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(day.day.day))

    def _paint_mark(self, painter: QPainter, place: QRectF, mark: Mark) -> None:
        palette, icon_px = QApplication.palette(), round(ICON_PX * text_scale())
        line_px = min(place.height(), float(max(QFontMetrics(_caption()).height(), icon_px)))
        icon = QRectF(place.left() + 2, place.top() + (line_px - icon_px) / 2, icon_px, icon_px)
        paint_icon(painter, ICONS[mark.kind], _ink(palette, mark), icon)
        if place.width() <= icon_px + 8:
            return
        left = icon.right() + GAP_PX
        if mark.clashes:
            paint_icon(
                painter, CLASH_ICON, palette.color(Role.WindowText), icon.translated(icon_px + GAP_PX, 0)
            )
            left += icon_px + GAP_PX
        font = _caption(strong=mark.kind is MarkKind.RACE, struck=mark.kind is MarkKind.SKIPPED)
        painter.setFont(font)
        painter.setPen(
            palette.color(Role.PlaceholderText if mark.kind in _QUIET or mark.there else Role.WindowText)
        )
        room = place.right() - left
        metrics = QFontMetrics(font)
        lines = max(1, int((place.height() - 3) // metrics.height()))
        text = "\n".join(wrapped(mark.title or mark.spoken, font, int(room), lines))
        spot = QRectF(left, place.top(), room, place.height())
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), text)

    def _paint_more(self, painter: QPainter, cell: QRect, count: int) -> None:
        painter.setFont(_caption())
        painter.setPen(QApplication.palette().color(Role.PlaceholderText))
        place = QRectF(cell).adjusted(0, PAD_PX, -PAD_PX - 2, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), f"+{count}")

    def _shown(self, cell: QRect, day: Day) -> list[QRectF]:
        """Where the marks stand that there is room for."""
        scale = text_scale()
        top = cell.top() + HEAD_PX * scale + 2
        room_px = cell.bottom() - top - 2
        if cell.width() < ROOMY_PX * scale or cell.height() < LOW_PX * scale:
            return _icon_places(cell, top, room_px, len(day.marks))
        line_px = max(QFontMetrics(_caption()).height(), ICON_PX * scale)
        count = min(len(day.marks), max(0, int(room_px // (line_px + 3))))
        if not count:
            return []
        lines = max(1, min(MOST_LINES, int((room_px / count - 3) // line_px)))
        step, width = lines * line_px + 3, cell.width() - 2 * PAD_PX
        return [QRectF(cell.left() + PAD_PX, top + n * step, width, step) for n in range(count)]


def _icon_places(cell: QRect, top: float, room_px: float, count: int) -> list[QRectF]:
    side = ICON_PX * text_scale() + 6
    across = max(1, int((cell.width() - 2 * PAD_PX) // side))
    down = max(1, int(room_px // side))
    places = (divmod(number, across) for number in range(min(count, across * down)))
    return [QRectF(cell.left() + PAD_PX + x * side, top + y * side, side, side) for y, x in places]


def _caption(*, strong: bool = False, struck: bool = False) -> QFont:
    font = tabular(QApplication.font())
    font.setPixelSize(round(12 * text_scale()))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setStrikeOut(struck)
    return font


def _ink(palette: QPalette, mark: Mark) -> QColor:
    if mark.kind in _STRONG:
        return palette.color(Role.WindowText)
    quiet = mark.kind in _QUIET or mark.there
    return palette.color(Role.PlaceholderText if quiet else Role.Highlight)


def wrapped(text: str, font: QFont, width_px: int, lines: int) -> list[str]:
    """The text broken between words into so many lines at most, each elided where it is too long."""
    metrics, found = QFontMetrics(font), [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and len(found) < lines and metrics.horizontalAdvance(longer) > width_px:
            found.append(word)
        else:
            found[-1] = longer
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width_px) for line in found]
