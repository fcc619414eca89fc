"""The stride: the runner, the band to scrub in, and what is known about the phase one reads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.stride import PHASES, Work, neighbour, phase_at
from trainer.services.library import Library
from trainer.ui.learn.claim_list import ClaimList
from trainer.ui.learn.phase_card import PhaseCard
from trainer.ui.learn.phase_strip import PhaseStrip
from trainer.ui.learn.runner import Runner
from trainer.ui.learn.stride_clock import StrideClock
from trainer.ui.learn.words import (
    BAND_CLAIMS,
    CLAIMS_OF_PHASE,
    SPEED_MEASURED,
    phase_words,
    work_words,
)
from trainer.ui.theme import Theme, text_scale
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.claim_row import Sources, own_rule_mark
from trainer.ui.widgets.page import card, set_stacked
from trainer.ui.widgets.text import Words

NARROW_PX = 720
FIGURE_PX = (220, 480)
"""Least and most height of the runner."""
OWN_RULE_PX, GAPS_PX = 28, 64
SPEEDS = (("0.25", "¼×"), ("0.5", "½×"), ("1", "1×"))
FIRST = next(phase for phase in PHASES if phase.work is Work.LENGTHENING)


class StrideSection(QWidget):
    """While the runner moves, the card keeps the phase one reads; a scrub or a step turns it.

    Key poses follow one another slowly enough for the card to turn with them.
    """

    def __init__(
        self, library: Library, theme: Theme, *, reduced_motion: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.runner = Runner(theme)
        self.clock = StrideClock(self.runner.cycle_s, reduced_motion=reduced_motion, parent=self)
        self.strip = PhaseStrip(theme)
        self.card = PhaseCard(library)
        self.play_button = Button(self.tr("Play"), "icon", icon="play", checkable=True)
        self.speed = Segments(self.tr("Speed"), SPEEDS)
        self.speed.set_value(SPEEDS[0][0])
        self.now = Words(size="small", strong=True)
        self.now_work = Words(size="caption", tone="muted")
        told = {SPEED_MEASURED, *(key for keys in CLAIMS_OF_PHASE.values() for key in keys)}
        rest = [claim for claim in library.claims_for("stride") if claim.key not in told]
        self.more = ClaimList(self.tr("What to keep in mind"), rest, library)
        self.sources = self._band_sources(library)
        self._lay_out()
        self._connect()
        self.set_reduced_motion(reduced_motion)
        self.clock.set_speed(float(self.speed.value))
        self.clock.jump(FIRST.middle)
        self.clock.set_playing(not reduced_motion)

    def set_theme(self, theme: Theme) -> None:
        self.runner.set_theme(theme)
        self.strip.set_theme(theme)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Shows key poses in turn, which have no speed, instead of moving; or moves again."""
        self._reduced_motion = reduced
        self.speed.setVisible(not reduced)
        self.clock.set_reduced_motion(reduced)

    def toggle(self) -> None:
        """Plays, or rests."""
        self.clock.set_playing(not self.clock.playing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the control with the keyboard did not want; keys that scroll the page are left to it."""
        if event.key() in _STRIP_KEYS:
            self.strip.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        set_stacked(self._columns, self.width() < NARROW_PX * text_scale())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.clock.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.clock.set_seen(False)

    def fit_height(self, room_px: int) -> None:
        """Gives the runner what height is left in a window with so much room for this section."""
        others = sum(part.sizeHint().height() for part in (self.speed, self.sources))
        others += self.strip.height_at(self.strip.width()) + OWN_RULE_PX + GAPS_PX
        self.runner.setFixedHeight(min(max(room_px - round(others), FIGURE_PX[0]), FIGURE_PX[1]))

    def _band_sources(self, library: Library) -> Sources:
        """Where the band and its solid borders come from: the sources of the claims on both kinds of work."""
        claims = [claim for claim in library.claims_for("stride") if claim.key in BAND_CLAIMS]
        found = {one.key: one for claim in claims for one in library.references(claim)}
        about = self.tr("The hamstrings' work and the solid borders in the band")
        return Sources([*found.values()], about, text=self.tr("Band and solid borders: {0}"))

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addWidget(self._player(), 11)
        self._columns.addWidget(self.card, 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._columns)
        column.addWidget(self.more)

    def _player(self) -> QFrame:
        frame, column = card()
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.runner)
        column.addLayout(self._controls())
        column.addWidget(self.strip)
        column.addWidget(self.sources)
        own = QHBoxLayout()
        own.setSpacing(8)
        own.addWidget(own_rule_mark(), 0, Qt.AlignmentFlag.AlignTop)
        dashed = self.tr("Dashed borders: drawn by this app, from no study.")
        own.addWidget(Words(dashed, "caption", tone="muted", wrap=True), 1)
        column.addLayout(own)
        column.addStretch(1)
        return frame

    def _controls(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.now)
        words.addWidget(self.now_work)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.play_button)
        row.addWidget(self.speed)
        row.addSpacing(4)
        row.addLayout(words, 1)
        return row

    def _connect(self) -> None:
        self.clock.moved.connect(self._on_clock_moved)
        self.clock.playing_changed.connect(self._on_clock_playing_changed)
        self.play_button.toggled.connect(self.clock.set_playing)
        self.speed.chosen.connect(self._on_speed_chosen)
        self.strip.scrubbed.connect(self.clock.jump)
        self.strip.phase_stepped.connect(self.clock.step_phase)
        self.strip.play_asked.connect(self.toggle)
        self.card.phase_stepped.connect(self._on_card_phase_stepped)

    def _on_clock_moved(self, percent: float) -> None:
        phase, moving = phase_at(percent), self.clock.playing
        self.runner.show_moment(percent)
        self.strip.show_moment(percent, moving=moving)
        self.now.setText(phase_words(phase))
        self.now_work.setText(work_words(phase.work))
        if self._reduced_motion or not moving:
            self.card.show_phase(phase)

    def _on_clock_playing_changed(self, playing: bool) -> None:
        self.play_button.setChecked(playing)
        self.play_button.set_icon_name("pause" if playing else "play")
        self.play_button.set_name(self.tr("Pause") if playing else self.tr("Play"))
        if not playing:
            self._on_clock_moved(self.clock.percent)

    def _on_speed_chosen(self, value: str) -> None:
        self.clock.set_speed(float(value))

    def _on_card_phase_stepped(self, by: int) -> None:
        self.clock.jump(neighbour(self.card.phase or FIRST, by).middle)


_STRIP_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right})
