"""Draws the band of the running cycle; told apart by words, icons and patterns, never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QApplication

from trainer.domain.stride import (
    CYCLE,
    DRAWN,
    INITIAL_CONTACT,
    PHASES,
    TOE_OFF,
    Phase,
    Stretch,
    Work,
    phase_at,
    stretches,
)
from trainer.ui.icons import paint_icon
from trainer.ui.learn.words import WORK_ICONS, phase_words, short_work_words, tr
from trainer.ui.theme import Theme, mix

Role = QPalette.ColorRole
EDGE_PX = 10.0
"""Room for half the handle at either end."""
HANDLE_PX, GROOVE_PX = 16.0, 4.0
RADIUS_PX = 6.0
BARS_PX = 7.0
SHORTENING_SHARE = 0.35
NAMED_FROM = 15.0
"""Shorter parts of the cycle, in percent, show their icon alone."""
_CENTRED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


_ROLES = (
    Role.WindowText,
    Role.PlaceholderText,
    Role.Base,
    Role.AlternateBase,
    Role.Mid,
    Role.Highlight,
    Role.HighlightedText,
)


@dataclass(frozen=True, slots=True)
class StripLayout:
    """Where each row lies in a strip that is as wide as `area`; its height follows from the words in it."""

    area: QRectF
    font: QFont
    metrics: QFontMetricsF

    def x(self, percent: float) -> float:
        """Where a moment lies."""
        return EDGE_PX + percent / CYCLE * (self.area.width() - 2 * EDGE_PX)

    def span(self, start: float, end: float, row: QRectF) -> QRectF:
        """A part of the cycle in a row."""
        return QRectF(self.x(start), row.top(), self.x(end) - self.x(start), row.height())

    @property
    def moments(self) -> QRectF:
        return self._row(0.0, self.metrics.height() + 2)

    @property
    def groove(self) -> QRectF:
        return self._row(self.moments.bottom(), HANDLE_PX + 6)

    @property
    def phases(self) -> QRectF:
        high = max(self._high(phase_words(one), self.x(one.share) - EDGE_PX - 6) for one in PHASES)
        return self._row(self.groove.bottom(), high + 14)

    @property
    def axis(self) -> QRectF:
        return self._row(self.phases.bottom() + 2, self.metrics.height() + 2)

    @property
    def title(self) -> QRectF:
        return self._row(self.axis.bottom() + 2, self.metrics.height() + 4)

    @property
    def work(self) -> QRectF:
        named = [one for one in stretches() if self.has_words(one)]
        high = max(self._high(short_work_words(one.work), self._room(one)) for one in named)
        return self._row(self.title.bottom(), high + 12 + BARS_PX)

    @property
    def height(self) -> float:
        return self.work.bottom() + 2

    @property
    def icon_px(self) -> float:
        return round(self.metrics.height() * 1.1)

    def has_words(self, stretch: Stretch) -> bool:
        """Whether a part is wide enough for words; the same work is named in a wider part."""
        return stretch.end - stretch.start >= NAMED_FROM

    def _room(self, stretch: Stretch) -> float:
        icon = self.icon_px + 8 if stretch.work.loaded else 0.0
        return self.x(stretch.end) - self.x(stretch.start) - icon - 12

    def _high(self, text: str, width: float) -> float:
        room = QRectF(0, 0, max(1.0, width), 1000)
        return self.metrics.boundingRect(room, _CENTRED, text).height()

    def _row(self, top: float, height: float) -> QRectF:
        return QRectF(EDGE_PX, top, self.area.width() - 2 * EDGE_PX, height)


class StripPainter:
    """Paints one picture of the strip."""

    def __init__(self, painter: QPainter, layout: StripLayout, theme: Theme) -> None:
        self._painter, self._at = painter, layout
        palette = QApplication.palette()
        self._colour: dict[Role, QColor] = {role: palette.color(role) for role in _ROLES}
        muscle, surface = theme.figure["muscle"], theme.colours.surface
        self._muscle = QColor(muscle)
        self._pale = QColor(mix(muscle, surface, SHORTENING_SHARE))
        self._on_muscle = QColor(theme.colours.on_phase)
        painter.setFont(layout.font)

    def paint(self, percent: float, *, focused: bool) -> None:
        """Everything, with the playhead at this moment; its line runs behind the words."""
        here = phase_at(percent)
        self._paint_moments()
        self._paint_axis()
        for phase in PHASES:
            self._fill_phase(phase, here=phase is here)
        for stretch in stretches():
            self._fill_work(stretch)
        for phase in PHASES[1:]:
            self._paint_border(phase.start)
        self._paint_playhead(percent, focused=focused)
        self._write(self._at.title, _LEFT, tr("Hamstrings of the near leg"), Role.PlaceholderText)
        for phase in PHASES:
            self._name_phase(phase, here=phase is here)
        for stretch in stretches():
            self._name_work(stretch)

    def _paint_moments(self) -> None:
        row = self._at.moments
        self._write(row, _LEFT, tr("Initial contact"), Role.WindowText)
        self._write(row, _RIGHT, tr("Initial contact"), Role.WindowText)
        wide = self._at.metrics.horizontalAdvance(tr("Toe-off")) + 8
        place = QRectF(self._at.x(TOE_OFF) - wide / 2, row.top(), wide, row.height())
        self._write(place, _MIDDLE, tr("Toe-off"), Role.WindowText)

    def _fill_phase(self, phase: Phase, *, here: bool) -> None:
        place = self._at.span(phase.start, phase.end, self._at.phases)
        fill = Role.Highlight if here else Role.Mid if phase.end <= TOE_OFF else Role.AlternateBase
        self._painter.fillPath(self._shape(place, phase.start, phase.end), self._colour[fill])

    def _name_phase(self, phase: Phase, *, here: bool) -> None:
        place = self._at.span(phase.start, phase.end, self._at.phases)
        role = Role.HighlightedText if here else Role.WindowText
        self._write(place.adjusted(3, 0, -3, 0), _CENTRED, phase_words(phase), role)

    def _paint_axis(self) -> None:
        """Numbers stand at the borders that a source gives, and at none of the others."""
        row, free_from = self._at.axis, 0.0
        for percent in sorted({INITIAL_CONTACT, CYCLE, *(phase.start for phase in PHASES)} - DRAWN):
            text = tr("{0} %").format(int(percent))
            wide = self._at.metrics.horizontalAdvance(text) + 4
            left = min(max(self._at.x(percent) - wide / 2, row.left()), row.right() - wide)
            if left >= free_from:
                place = QRectF(left, row.top(), wide, row.height())
                self._write(place, _MIDDLE, text, Role.PlaceholderText)
                free_from = left + wide

    def _fill_work(self, stretch: Stretch) -> None:
        place = self._at.span(stretch.start, stretch.end, self._at.work)
        shape = self._shape(place, stretch.start, stretch.end)
        if stretch.work.loaded:
            lengthening = stretch.work is Work.LENGTHENING
            self._painter.fillPath(shape, self._muscle if lengthening else self._pale)
            self._paint_bars(place, shape, stretch.work)
        else:
            self._painter.setPen(QPen(self._colour[Role.PlaceholderText], 1, Qt.PenStyle.DotLine))
            self._painter.drawPath(shape)

    def _name_work(self, stretch: Stretch) -> None:
        place = self._at.span(stretch.start, stretch.end, self._at.work)
        ink = self._on_muscle if stretch.work is Work.LENGTHENING else self._colour[Role.WindowText]
        size, gap = self._at.icon_px, 6.0
        above = place.adjusted(4, 2, -4, -BARS_PX if stretch.work.loaded else -2)
        if not self._at.has_words(stretch):
            self._icon(stretch.work, ink, above.center().x() - size / 2, above)
            return
        words = short_work_words(stretch.work)
        if not stretch.work.loaded:
            self._write(above, _CENTRED, words, Role.PlaceholderText)
            return
        room = QRectF(0, 0, above.width() - size - gap, above.height())
        wide = self._at.metrics.boundingRect(room, _CENTRED, words).width()
        left = above.center().x() - (size + gap + wide) / 2
        self._icon(stretch.work, ink, left, above)
        self._painter.setPen(ink)
        text = QRectF(left + size + gap - 1, above.top(), wide + 2, above.height())
        self._painter.drawText(text, _CENTRED, words)

    def _icon(self, work: Work, ink: QColor, left: float, row: QRectF) -> None:
        size = self._at.icon_px
        paint_icon(
            self._painter, WORK_ICONS[work], ink, QRectF(left, row.center().y() - size / 2, size, size)
        )

    def _paint_bars(self, place: QRectF, shape: QPainterPath, work: Work) -> None:
        """Bars that drift apart where the muscle lengthens and draw together where it shortens."""
        self._painter.save()
        self._painter.setClipPath(shape)
        ink = QColor(self._on_muscle if work is Work.LENGTHENING else self._muscle)
        count = max(4, round(place.width() / 9))
        foot = place.adjusted(0, place.height() - BARS_PX, 0, 0)
        for number in range(1, count):
            share = number / count
            share = share**1.5 if work is Work.LENGTHENING else 1 - (1 - share) ** 1.5
            x = foot.left() + share * foot.width()
            self._painter.fillRect(QRectF(x - 0.75, foot.top(), 1.5, foot.height()), ink)
        self._painter.restore()

    def _paint_border(self, percent: float) -> None:
        drawn = percent in DRAWN
        pen = QPen(
            self._colour[Role.WindowText], 1.5, Qt.PenStyle.DashLine if drawn else Qt.PenStyle.SolidLine
        )
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if drawn:
            pen.setDashPattern([2.5, 2.5])
        self._painter.setPen(pen)
        x = self._at.x(percent)
        row = self._at.phases
        self._painter.drawLine(QPointF(x, row.top() - 2), QPointF(x, row.bottom() + 3))

    def _paint_playhead(self, percent: float, *, focused: bool) -> None:
        accent, text, surface = (self._colour[role] for role in (Role.Highlight, Role.WindowText, Role.Base))
        groove, x = self._at.groove, self._at.x(percent)
        line = QRectF(groove.left(), groove.center().y() - GROOVE_PX / 2, groove.width(), GROOVE_PX)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour[Role.Mid])
        self._painter.drawRoundedRect(line, 2, 2)
        self._painter.setBrush(accent)
        self._painter.drawRoundedRect(QRectF(line.left(), line.top(), x - line.left(), GROOVE_PX), 2, 2)
        self._painter.setPen(QPen(text, 2))
        self._painter.drawLine(QPointF(x, groove.center().y()), QPointF(x, self._at.work.bottom() + 1))
        self._painter.setPen(QPen(text if focused else accent, 2))
        self._painter.setBrush(accent if focused else surface)
        self._painter.drawEllipse(QPointF(x, groove.center().y()), HANDLE_PX / 2, HANDLE_PX / 2)

    def _shape(self, place: QRectF, start: float, end: float) -> QPainterPath:
        """A part of a band; the band's two ends are round."""
        inset = place.adjusted(0 if start == 0.0 else 0.75, 0, 0 if end == CYCLE else -0.75, 0)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(inset, RADIUS_PX, RADIUS_PX)
        if start > 0.0:
            path.addRect(inset.adjusted(0, 0, -inset.width() / 2, 0))
        if end < CYCLE:
            path.addRect(inset.adjusted(inset.width() / 2, 0, 0, 0))
        return path.simplified()

    def _write(self, place: QRectF, flags: int, text: str, role: Role) -> None:
        self._painter.setPen(self._colour[role])
        self._painter.drawText(place, flags, text)
