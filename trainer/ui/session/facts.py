"""One row of facts: phase as icon and word, set, target or rep, and the side in large letters."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer.domain.exercise import Side
from trainer.engine.runner import View
from trainer.engine.timeline import Step, StepKind
from trainer.ui.icons import paint_icon
from trainer.ui.session.geometry import FACT_CAP, LABEL_CAP, SIDE_CAP
from trainer.ui.session.lettering import font_of, paint_line
from trainer.ui.session.wording import PHASE_ICONS, phase_word, set_words, side_word, target_words, tr

RIGHT = Qt.AlignmentFlag.AlignRight


class Facts(QWidget):
    """Black on the phase's colour; the phase itself the other way round, as a label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink, self._ground = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)
        self._kind = StepKind.GET_READY
        self._paused = False
        self._set, self._target, self._rep, self._side = "", "", "", Side.BOTH
        self._reps = 0
        self._unit = 8.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_colours(self, ink: QColor, ground: QColor) -> None:
        self._ink, self._ground = ink, ground
        self.update()

    def set_window_height(self, height: int) -> None:
        self._unit = height / 100
        self.update()

    def show_step(self, step: Step, shown: Step) -> None:
        """The phase of `step`, the set and target of `shown`: in a rest, of the set to come."""
        self._kind = step.kind
        self._set, self._target = set_words(shown), target_words(shown.target)
        self._reps = shown.target.reps or 0 if step.kind is StepKind.WORK and shown.target.called else 0
        self._rep = ""
        self._side = shown.side
        self._describe()

    def show_view(self, view: View) -> None:
        """Counts the reps of a called set."""
        if not self._reps:
            return
        rep = tr("rep {0} of {1}").format(min(view.rep, self._reps), self._reps)
        if view.step.target.to_limit:
            rep = tr("rep {0}").format(view.rep)
        if rep != self._rep:
            self._rep = rep
            self._describe()

    def set_paused(self, paused: bool) -> None:
        if paused != self._paused:
            self._paused = paused
            self._describe()

    @property
    def phase_text(self) -> str:
        """What the label says."""
        return tr("PAUSED") if self._paused else phase_word(self._kind)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = 2.2 * self._unit
        left = self._paint_label(painter) + gap
        right = self._paint_side(painter)
        words = [word for word in (self._set, self._rep or self._target) if word]
        room = QRectF(left, 0, max(0.0, right - gap - left), self.height())
        paint_line(painter, room, "  ·  ".join(words), FACT_CAP * self._unit, self._ink)
        painter.end()

    def _paint_label(self, painter: QPainter) -> float:
        """The phase's label; its right edge."""
        cap_px = LABEL_CAP * self._unit
        text = self.phase_text
        icon_px = round(6.0 * self._unit)
        wide = QFontMetricsF(font_of(cap_px)).horizontalAdvance(text)
        label = QRectF(
            0, 0.9 * self._unit, icon_px + wide + 4.0 * self._unit, self.height() - 1.8 * self._unit
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink)
        painter.drawRoundedRect(label, label.height() / 2, label.height() / 2)
        icon = QRectF(1.4 * self._unit, (self.height() - icon_px) / 2, icon_px, icon_px)
        paint_icon(painter, "pause" if self._paused else PHASE_ICONS[self._kind], self._ground, icon)
        words = QRectF(icon.right() + 0.9 * self._unit, 0, wide + 2, self.height())
        paint_line(painter, words, text, cap_px, self._ground)
        return label.right()

    def _paint_side(self, painter: QPainter) -> float:
        """The side, right-aligned; its left edge."""
        text = side_word(self._side)
        if not text:
            return float(self.width())
        cap_px = (FACT_CAP if self._kind is StepKind.REST else SIDE_CAP) * self._unit
        wide = min(QFontMetricsF(font_of(cap_px)).horizontalAdvance(text), self.width() * 0.4)
        paint_line(
            painter, QRectF(self.width() - wide, 0, wide, self.height()), text, cap_px, self._ink, RIGHT
        )
        return self.width() - wide

    def _describe(self) -> None:
        parts = (self.phase_text, self._set, self._rep or self._target, side_word(self._side))
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()
