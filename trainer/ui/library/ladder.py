"""The ladder of an exercise as a picture: a path of small figures from easier to harder."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from trainer.domain.exercise import Exercise
from trainer.services.ladder import Ladder
from trainer.ui.library.card_words import fonts
from trainer.ui.library.ladder_places import Measures, Places, places
from trainer.ui.library.rung import Rung
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.theme import text_scale
from trainer.ui.widgets.text import Words

Role = QPalette.ColorRole
LEAST_PX, MOST_PX = 112, 168
ALONG_PX, ACROSS_PX = 36, 12
DOT_PX = 3.0


class LadderView(QWidget):
    """Rungs joined by lines, the exercise itself marked; each other one opens when it is pressed.

    What is harder but no exercise of its own stands at the end of it, in words.
    """

    exercise_requested = Signal(str)

    def __init__(self, ladder: Ladder, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ladder, self._thumbnails = ladder, thumbnails
        self._ranks: list[list[QWidget]] = [
            [self._rung(one, number) for one in rank] for number, rank in enumerate(ladder.ranks)
        ]
        if ladder.harder_note:
            self._add_note(ladder.harder_note)
        self._places = self._arranged(MOST_PX)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("The ladder"))

    @property
    def rungs(self) -> list[Rung]:
        """From the easiest to the hardest."""
        return [one for rank in self._ranks for one in rank if isinstance(one, Rung)]

    @property
    def sideways(self) -> bool:
        """Whether it leads from left to right; else from top to bottom."""
        return self._places.sideways

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(width).size.height()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._measures().least
        return QSize(least, self._ranks[self._ladder.here][0].heightForWidth(least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._places = self._arranged(self.width())
        for rank, rects in zip(self._ranks, self._places.rungs, strict=True):
            for widget, rect in zip(rank, rects, strict=True):
                widget.setGeometry(rect)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = QApplication.palette()
        for start, end, near in self._lines():
            colour = palette.color(Role.Highlight if near else Role.PlaceholderText)
            painter.setPen(QPen(colour, 2.0 if near else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_curve(start, end, sideways=self._places.sideways))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(end, DOT_PX, DOT_PX)
        self._paint_titles(painter)
        painter.end()

    def _rung(self, exercise: Exercise, rank: int) -> Rung:
        here = rank == self._ladder.here
        spoken = self.tr("{0}: {1}, level {2} of 5").format(self._title(rank), exercise.name, exercise.level)
        rung = Rung(exercise, self._thumbnails, spoken, here=here, parent=self)
        rung.clicked.connect(self._on_rung_clicked)
        return rung

    def _add_note(self, text: str) -> None:
        note = QFrame(self)
        note.setProperty("card", "quiet")
        column = QVBoxLayout(note)
        column.setContentsMargins(10, 8, 10, 8)
        words = Words(text, "small", wrap=True)
        words.setAccessibleName(self.tr("Harder: {0}").format(text))
        column.addWidget(words)
        behind = self._ladder.here + 1
        if behind == len(self._ranks):
            self._ranks.append([])
        self._ranks[behind].append(note)

    def _title(self, rank: int) -> str:
        if rank == self._ladder.here:
            return self.tr("This one")
        return self.tr("Easier") if rank < self._ladder.here else self.tr("Harder")

    def _measures(self) -> Measures:
        scale = text_scale()
        title_px = QFontMetrics(fonts()[1]).lineSpacing() + 8
        return Measures(
            least=round(LEAST_PX * scale),
            most=round(MOST_PX * scale),
            along=ALONG_PX,
            across=ACROSS_PX,
            title=title_px,
        )

    def _arranged(self, width: int) -> Places:
        counts = [len(rank) for rank in self._ranks]
        return places(counts, width, self._measures(), self._height_of)

    def _height_of(self, rank: int, number: int, width: int) -> int:
        return self._ranks[rank][number].heightForWidth(width)

    def _lines(self) -> list[tuple[QPointF, QPointF, bool]]:
        """Start and end of each line, and whether it is one of the exercise itself."""
        here = self._ladder.ranks[self._ladder.here][0].id
        by_id = {rung.exercise.id: rung.geometry() for rung in self.rungs}
        found = [(by_id[low], by_id[high], here in (low, high)) for low, high in sorted(self._ladder.steps)]
        found += [
            (by_id[here], one.geometry(), True)
            for rank in self._ranks
            for one in rank
            if not isinstance(one, Rung)
        ]
        return [(self._way_out(low), self._way_in(high), near) for low, high, near in found]

    def _way_out(self, rung: QRect) -> QPointF:
        if self._places.sideways:
            return QPointF(rung.right() + 1, rung.center().y())
        return QPointF(rung.center().x(), rung.bottom() + 1)

    def _way_in(self, rung: QRect) -> QPointF:
        if self._places.sideways:
            return QPointF(rung.left() - DOT_PX, rung.center().y())
        return QPointF(rung.center().x(), rung.top() - DOT_PX)

    def _paint_titles(self, painter: QPainter) -> None:
        painter.setFont(fonts()[1])
        for rank, place in enumerate(self._places.titles):
            here = rank == self._ladder.here
            role = Role.Highlight if here else Role.PlaceholderText
            painter.setPen(QApplication.palette().color(role))
            if rank == 0 or self._title(rank) != self._title(rank - 1):
                painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), self._title(rank))

    def _on_rung_clicked(self) -> None:
        rung = self.sender()
        if isinstance(rung, Rung):
            self.exercise_requested.emit(rung.exercise.id)


def _curve(start: QPointF, end: QPointF, *, sideways: bool) -> QPainterPath:
    path = QPainterPath(start)
    bend = (end - start) / 2
    offset = QPointF(bend.x(), 0) if sideways else QPointF(0, bend.y())
    path.cubicTo(start + offset, end - offset, end)
    return path
