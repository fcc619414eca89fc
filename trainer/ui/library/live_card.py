"""The one card whose figure moves: the one under the mouse, or the one with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal

from trainer.domain.exercise import Exercise
from trainer.figure.figure import Figure
from trainer.ui.library.thumbnails import SHOWN_PHASE
from trainer.ui.widgets.exercise_figure import figure_for
from trainer.ui.widgets.late_figure import HOLD_TEMPO

FRAME_MS = 33
# Long enough that a pointer on its way across the cards starts none of them.
DWELL_MS = 150
_STEPS = 100


class LiveCard(QObject):
    """Plays one card's figure in its exercise's tempo, from the moment that its thumbnail shows.

    `changed` carries the card to be painted again, each frame and when it stops.
    """

    changed = Signal(QPersistentModelIndex)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[QPersistentModelIndex, Exercise] | None = None
        self._index = QPersistentModelIndex()
        self._figure: Figure | None = None
        self._tempo = HOLD_TEMPO
        self._from_s = 0.0
        self._clock = QElapsedTimer()
        self._dwell_150_ms = QTimer(self, singleShot=True, interval=DWELL_MS)
        self._dwell_150_ms.timeout.connect(self._on_dwelt)
        self._frame_33_ms = QTimer(self, interval=FRAME_MS)
        self._frame_33_ms.timeout.connect(self._on_frame)

    @property
    def moving(self) -> bool:
        """Whether a card is animated at this moment."""
        return self._frame_33_ms.isActive()

    def play(self, index: QModelIndex, exercise: Exercise) -> None:
        """Plays this card once it has been stayed on for a moment; the one before stops at once."""
        if self._index == index and self.moving:
            return
        self.stop()
        self._waiting = QPersistentModelIndex(index), exercise
        self._dwell_150_ms.start()

    def stop(self) -> None:
        """Lets every card stand still."""
        self._waiting = None
        self._dwell_150_ms.stop()
        self._frame_33_ms.stop()
        before, self._index, self._figure = self._index, QPersistentModelIndex(), None
        if before.isValid():
            self.changed.emit(before)

    def moment_of(self, index: QModelIndex | QPersistentModelIndex) -> tuple[Figure, float] | None:
        """The figure and the phase to paint this card with; None for one that stands still."""
        if self._figure is None or not self.moving or self._index != index:
            return None
        played_s = self._from_s + self._clock.elapsed() / 1000.0
        cycle_s = self._figure.cycle_s(self._tempo)
        return self._figure, self._figure.phase_at(played_s % cycle_s, self._tempo)

    def _on_dwelt(self) -> None:
        if self._waiting is None:
            return
        (index, exercise), self._waiting = self._waiting, None
        figure = figure_for(exercise)
        if figure is None or not index.isValid():
            return
        self._index, self._figure, self._tempo = index, figure, exercise.tempo or HOLD_TEMPO
        self._from_s = self._start_s(figure)
        self._clock.start()
        self._frame_33_ms.start()

    def _start_s(self, figure: Figure) -> float:
        """When the movement comes past the moment of the thumbnail, so that nothing jumps."""
        cycle_s = figure.cycle_s(self._tempo)
        moments = (cycle_s * step / _STEPS for step in range(_STEPS))
        return next((s for s in moments if figure.phase_at(s, self._tempo) >= SHOWN_PHASE), 0.0)

    def _on_frame(self) -> None:
        self.changed.emit(self._index)
