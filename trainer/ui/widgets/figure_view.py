"""Shows a figure, still or moving in tempo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.domain.tempo import Tempo
from trainer.figure.figure import Figure
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_painter import FigurePainter, Look

FRAME_MS = 16
# With reduced motion the start and the turning point are shown in turn, each this long.
KEY_POSE_S = 1.5
AnyTempo = Tempo | tuple[float, float, float, float]


class FigureView(QWidget):
    """One figure, scaled to the widget; it moves only while it plays and is visible."""

    def __init__(
        self, colours: FigureColours, parent: QWidget | None = None, frame_ms: int = FRAME_MS
    ) -> None:
        super().__init__(parent)
        self._painter = FigurePainter(colours)
        self._figure: Figure | None = None
        self._lit: tuple[str, ...] = ()
        self._view = ""
        self._phase = 0.0
        self._tempo: AnyTempo | None = None
        self._played_s = 0.0
        self._mirrored = self._ghost = self._reduced_motion = False
        self._clock = QElapsedTimer()
        self._frame_timer_ms = QTimer(self)
        self._frame_timer_ms.setInterval(frame_ms)
        self._frame_timer_ms.timeout.connect(self._on_timer_timeout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._describe()

    def set_colours(self, colours: FigureColours) -> None:
        """Paints in these colours from now on (the theme changed)."""
        self._painter = FigurePainter(colours)
        self.update()

    def show_figure(self, figure: Figure | None, lit: Sequence[str] = ()) -> None:
        """Shows this figure at its start, these muscles lit; None shows nothing."""
        self.pause()
        self._figure, self._lit = figure, tuple(lit)
        self._phase = self._played_s = 0.0
        self._describe()
        self.update()

    def set_phase(self, phase: float) -> None:
        """Shows the moment `phase`: 0 start, 1 turning point, on to 2 the way back."""
        self._phase = phase
        self.update()

    @property
    def phase(self) -> float:
        """The moment that is shown."""
        return self._phase

    def play(self, tempo: AnyTempo) -> None:
        """Goes on moving in this tempo, rep after rep, from where it was paused."""
        self._tempo = tempo
        self._run_if_wanted()

    def pause(self) -> None:
        """Stands still."""
        self._tempo = None
        self._run_if_wanted()

    @property
    def moving(self) -> bool:
        """Whether it is animated at this moment: playing, visible, with a figure."""
        return self._frame_timer_ms.isActive()

    def set_mirrored(self, mirrored: bool) -> None:
        """True looks to the left: the near, working side is then the left one."""
        self._mirrored = mirrored
        self.update()

    def set_view(self, view: str) -> None:
        """Sees it from its own best side (""), from the "side" or from the "front"."""
        self._view = view
        self.update()

    def set_ghost(self, ghost: bool) -> None:
        """Whether the start pose stands behind as a shade."""
        self._ghost = ghost
        self.update()

    def set_range(self, share: float) -> None:
        """Moves through this share (0..1] of the whole movement."""
        if self._figure is not None:
            self._figure = self._figure.with_range(share)
            self.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """True shows start and turning point in turn instead of moving."""
        self._reduced_motion = reduced
        self.update()

    def sizeHint(self) -> QSize:
        """A figure of a detail page."""
        return QSize(400, 400)

    def minimumSizeHint(self) -> QSize:
        """A thumbnail."""
        return QSize(64, 64)

    def showEvent(self, event: QShowEvent) -> None:
        """Goes on playing when it becomes visible."""
        super().showEvent(event)
        self._run_if_wanted()

    def hideEvent(self, event: QHideEvent) -> None:
        """Costs nothing while nobody sees it."""
        super().hideEvent(event)
        self._run_if_wanted()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the pose of this moment."""
        if self._figure is None:
            return
        look = Look(self._lit, self._mirrored, self._ghost, self._view)
        painter = QPainter(self)
        self._painter.paint(painter, QRectF(self.rect()), self._figure, self._figure.pose(self._phase), look)
        painter.end()

    def _run_if_wanted(self) -> None:
        wanted = self._tempo is not None and self._figure is not None and self.isVisible()
        if wanted and not self._frame_timer_ms.isActive():
            self._clock.start()
            self._frame_timer_ms.start()
        elif not wanted:
            self._frame_timer_ms.stop()

    def _on_timer_timeout(self) -> None:
        self._advance(self._clock.restart() / 1000.0)

    def _advance(self, by_s: float) -> None:
        figure, tempo = self._figure, self._tempo
        if figure is None or tempo is None:
            return
        self._played_s = (self._played_s + by_s) % (
            KEY_POSE_S * 2.0 if self._reduced_motion else figure.cycle_s(tempo)
        )
        if self._reduced_motion:
            phase = 0.0 if self._played_s < KEY_POSE_S else 1.0
        else:
            phase = figure.phase_at(self._played_s, tempo)
        if phase != self._phase:
            self.set_phase(phase)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Moving figure"))
        if self._figure is None:
            self.setAccessibleDescription(self.tr("No figure for this exercise."))
            return
        held = self._figure.kind == "hold"
        text = self.tr("Shows the position to hold.") if held else self.tr("Shows the movement of one rep.")
        self.setAccessibleDescription(text)
