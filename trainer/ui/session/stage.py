"""The picture of a session: the whole ground in the phase's colour, and what stands on it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from trainer.engine.runner import State, View
from trainer.engine.timeline import Step, StepKind
from trainer.ui.session.countdown import Countdown, digits_of
from trainer.ui.session.facts import Facts
from trainer.ui.session.figure_stand import FigureStand, Lit
from trainer.ui.session.geometry import NAME_CAP, Places, places
from trainer.ui.session.lettering import Line
from trainer.ui.session.strip import Strip
from trainer.ui.session.wording import coming_words, time_left_words, tr
from trainer.ui.theme import Theme

PULSE_MS = 600
PULSE_EDGE = 1.5  # hundredths of the window's height
PULSE_ALPHA = 0.55
OPEN_ROUND_S = 60.0
CHEVRON = "›"


class Stage(QWidget):
    """Paints the ground and places its parts; a click on the ground is told, nothing else is decided here."""

    clicked = Signal()

    def __init__(
        self, theme: Theme, *, lit: Lit, reduced_motion: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reduced_motion = reduced_motion
        self._step: Step | None = None
        self._log: QWidget | None = None
        self._asking = False
        self._pulse = 0.0
        self.headline = Line(self)
        self.facts = Facts(self)
        self.coming = Line(self)
        self.countdown = Countdown(self)
        self.panel = FigureStand(theme, lit=lit, reduced_motion=reduced_motion, parent=self)
        self.thumbnail = FigureStand(theme, lit=lit, reduced_motion=reduced_motion, parent=self)
        self.strip = Strip(self)
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(PULSE_MS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.valueChanged.connect(self._on_fading_value_changed)
        self.set_theme(theme)

    def hold_log(self, log: QFrame) -> None:
        """Takes the panel that stands left during a rest."""
        self._log = log
        log.setParent(self)
        log.hide()

    def release_log(self) -> None:
        """Lets the panel go to the session's end."""
        self._log = None

    @property
    def log_open(self) -> bool:
        """Whether the log has the left side."""
        return self._asking or (self._step is not None and self._step.kind is StepKind.REST)

    def set_asking(self, asking: bool) -> None:
        """Keeps the log open while something is being answered, whatever step comes."""
        if asking != self._asking:
            self._asking = asking
            self._arrange()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        ink = QColor(theme.colours.on_phase)
        for part in (self.headline, self.coming, self.countdown):
            part.set_colour(ink)
        self.facts.set_colours(ink, self.ground)
        self.panel.set_theme(theme)
        self.thumbnail.set_theme(theme)
        self.update()

    @property
    def ground(self) -> QColor:
        """The colour of the phase under way."""
        colours = self._theme.colours
        kind = StepKind.GET_READY if self._step is None else self._step.kind
        return QColor(getattr(colours, kind.value))

    def show_step(self, view: View, following: Step | None) -> None:
        """Shows the step that has begun."""
        step = view.step
        self._step = step
        resting = step.kind is StepKind.REST
        shown = view.next_work if resting and view.next_work is not None else step
        self.headline.set_text(tr("Rest") if resting else step.item.short_name)
        self.facts.set_colours(QColor(self._theme.colours.on_phase), self.ground)
        self.facts.show_step(step, shown)
        self.coming.set_text(f"{CHEVRON} {coming_words(step, following, view.next_work)}")
        self.panel.show_step(step)
        self.thumbnail.show_step(shown)
        self._arrange()
        self.update()

    def show_view(self, view: View) -> None:
        """Moves what moves."""
        step = view.step
        if view.remaining_s is None:
            self.countdown.show_time(digits_of(view.elapsed_s, down=False), _round_share(view.elapsed_s))
        else:
            share = view.remaining_s / step.duration_s if step.duration_s > 0 else 0.0
            self.countdown.show_time(digits_of(view.remaining_s, down=True), share)
        self.facts.show_view(view)
        self.strip.set_time_left(time_left_words(view.total_remaining_s))
        self.panel.show_view(view)

    def show_paused(self, state: State) -> None:
        """Says in the phase's place that the session stands still."""
        self.facts.set_paused(state is State.PAUSED)
        self.panel.set_paused(state is State.PAUSED)

    def pulse(self) -> None:
        """Answers a sound at the edge of the picture: it fades once, or just stands for as long."""
        self._fading.stop()
        self._fading.start()
        self.repaint(self._border())  # in the press's own turn: on a busy machine the next one may be far

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.ground)
        if self._pulse > 0:
            ink = QColor(self._theme.colours.on_phase)
            ink.setAlphaF(PULSE_ALPHA * self._pulse)
            for edge in self._edges():
                painter.fillRect(QRectF(edge), ink)
        painter.end()

    def places(self) -> Places:
        """Where everything stands at this size."""
        least_px = None if self._log is None or self._asking else self._log.minimumSizeHint().height()
        return places(self.width(), self.height(), log_open=self.log_open, log_px=least_px)

    def _arrange(self) -> None:
        spots = self.places()
        unit = self.height() / 100
        self.headline.setGeometry(spots.headline)
        self.headline.set_cap(NAME_CAP * unit)
        self.facts.setGeometry(spots.facts)
        self.facts.set_window_height(self.height())
        self.countdown.setGeometry(spots.track)
        self.countdown.set_window_height(self.height())
        self.coming.setGeometry(spots.coming)
        self.coming.set_cap(NAME_CAP * unit)
        self.strip.setGeometry(spots.strip)
        self.strip.set_window_height(self.height())
        self.panel.setGeometry(spots.panel)
        self.panel.setVisible(not self.log_open)
        self.thumbnail.setGeometry(spots.thumbnail)
        self.thumbnail.setVisible(self.log_open)
        if self._log is not None:
            self._log.setGeometry(spots.panel)
            self._log.setVisible(self.log_open)

    def _edges(self) -> tuple[QRect, ...]:
        edge = max(3, round(PULSE_EDGE * self.height() / 100))
        width, height = self.width(), self.height()
        return (
            QRect(0, 0, width, edge),
            QRect(0, height - edge, width, edge),
            QRect(0, edge, edge, height - 2 * edge),
            QRect(width - edge, edge, edge, height - 2 * edge),
        )

    def _border(self) -> QRegion:
        region = QRegion()
        for edge in self._edges():
            region += edge
        return region

    def _on_fading_value_changed(self, value: float) -> None:
        self._pulse = (0.6 if value > 0 else 0.0) if self._reduced_motion else value
        self.update(self._border())


def _round_share(elapsed_s: float) -> float:
    return (elapsed_s % OPEN_ROUND_S) / OPEN_ROUND_S
