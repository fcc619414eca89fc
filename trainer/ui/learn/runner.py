"""The runner: one leg's hamstrings lit while they work under load, with arrows for which way they change."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer.domain.stride import CYCLE, TOE_OFF, Phase, Work, phase_at
from trainer.domain.tempo import Tempo
from trainer.figure.camera import SeenBone
from trainer.figure.figure import Figure
from trainer.ui.learn.words import moment_words
from trainer.ui.theme import Theme
from trainer.ui.widgets.exercise_figure import figure_of
from trainer.ui.widgets.figure_canvas import Canvas, view_of
from trainer.ui.widgets.figure_panel import FigurePanel

FIGURE_ID = "running-stride"
ROUND = 2.0
"""The phase of a figure runs from 0 to 2 in one cycle."""
NO_TEMPO = Tempo(1, 0, 1, 0)
"""A cycle has a time of its own."""
LIT = ("biceps femoris", "semitendinosus", "semimembranosus")
# Where the arrows run, in body heights along the thigh and behind it.
ARROW_FROM, ARROW_TO, ARROW_BEHIND = 0.03, 0.235, -0.098
ARROW_GAP, ARROW_WIDE, HEAD_LONG, HEAD_WIDE = 0.02, 0.014, 0.036, 0.024
HALO = 0.004
"""A rim that keeps an arrow apart from the leg behind it."""
# Marks on the floor before the runner, in body heights.
MARKS_A_CYCLE, MARK_AT, MARK_LONG, MARK_WIDE, MARK_SHARE = 4, -0.075, 0.09, 0.008, 0.45


class Runner(FigurePanel):
    """Shows a moment of the cycle; `has_figure` says whether there is a figure to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._figure = figure_of(FIGURE_ID)
        self._shown: Phase | None = None
        self._overlay = _Overlay(self.view, theme)
        self.has_figure = self._figure is not None
        self.cycle_s = self._figure.cycle_s(NO_TEMPO) if self._figure is not None else 1.0
        self.show_moment(0.0)
        if not self.has_figure:
            self.hide()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._overlay.set_theme(theme)

    def show_moment(self, percent: float) -> None:
        """Shows the moment at this percentage of the cycle."""
        phase, moment = phase_at(percent), percent / CYCLE * ROUND
        if phase is not self._shown:
            if self._shown is None or self._shown.work is not phase.work:
                self.view.show_figure(self._figure, LIT if phase.work.loaded else ())
            self._shown = phase
            self.view.setAccessibleName(self.tr("The runner"))
            self.view.setAccessibleDescription(moment_words(phase, percent))
        self.view.set_phase(moment)
        self._overlay.show_moment(self._figure, moment, phase.work)


class _Overlay(QWidget):
    """Lies over the figure: arrows beside the loaded muscle, and marks on the floor that pass under the feet.

    Outward arrows stand for lengthening, inward ones for shortening.
    """

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self._over = over
        self._figure: Figure | None = None
        self._phase, self._work = 0.0, Work.NOT_TOLD
        self.set_theme(theme)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        self._muscle, self._halo = QColor(theme.figure["muscle"]), QColor(theme.colours.background)
        self._mark = QColor(theme.figure["prop"])
        self._mark.setAlphaF(MARK_SHARE)
        self.update()

    def show_moment(self, figure: Figure | None, phase: float, work: Work) -> None:
        self._figure, self._phase, self._work = figure, phase, work
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._figure is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area, shot = QRectF(self.rect()), self._figure.shots[""]
        canvas = Canvas(painter, area, shot)
        self._paint_floor(canvas, view_of(area, shot.frame).inverted()[0].mapRect(area))
        if self._work.loaded:
            self._paint_arrows(canvas, shot.camera.film(self._figure.pose(self._phase))["thigh_near"])
        painter.end()

    def _paint_floor(self, canvas: Canvas, seen: QRectF) -> None:
        """Marks that go back as fast as the foot on the ground does; a whole number of them in each cycle."""
        if self._figure is None:
            return
        apart = travel_of(self._figure) / MARKS_A_CYCLE
        if apart <= 0.0:
            return
        x = seen.left() - (self._phase / ROUND * MARKS_A_CYCLE % 1.0) * apart - (seen.left() % apart)
        while x < seen.right():
            canvas.line(QPointF(x, MARK_AT), QPointF(x + MARK_LONG, MARK_AT), MARK_WIDE, self._mark)
            x += apart

    def _paint_arrows(self, canvas: Canvas, thigh: SeenBone) -> None:
        middle = (ARROW_FROM + ARROW_TO) / 2.0
        for end, sign in ((ARROW_FROM, -1.0), (ARROW_TO, 1.0)):
            inner = middle + sign * ARROW_GAP
            start, tip = (inner, end) if self._work is Work.LENGTHENING else (end, inner)
            back = HEAD_LONG if tip < start else -HEAD_LONG
            for wider, colour in ((HALO, self._halo), (0.0, self._muscle)):
                shaft = (_behind(thigh, start), _behind(thigh, tip + back))
                canvas.line(*shaft, ARROW_WIDE + 2 * wider, colour)
                wing = HEAD_WIDE + 1.8 * wider
                rear = tip + back + math.copysign(wider, back)
                wings = [_behind(thigh, rear, aside) for aside in (-wing, wing)]
                canvas.polygon([_behind(thigh, tip - math.copysign(1.8 * wider, back)), *wings], colour)


def travel_of(figure: Figure) -> float:
    """How far the floor passes in one cycle, in body heights, by the near foot while it stands."""
    early, late = TOE_OFF * 0.25, TOE_OFF * 0.75
    places = [figure.pose(percent / CYCLE * ROUND).point("toe_near").x for percent in (early, late)]
    return (places[0] - places[1]) / (late - early) * CYCLE


def _behind(thigh: SeenBone, forth: float, aside: float = 0.0) -> QPointF:
    point = thigh.at(forth, ARROW_BEHIND + aside)
    return QPointF(point.x, point.y)
