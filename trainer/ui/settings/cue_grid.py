"""Each kind of cue, with its sound and its speech on or off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from trainer.domain.cue import CueId
from trainer.services.hearing import SOUND, SPEECH
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words

CUES: dict[CueId, tuple[str, bool, bool]] = {
    CueId.NEXT: ("What comes next", True, True),
    CueId.PIP: ("Three, two, one", True, False),
    CueId.GO: ("Go", True, False),
    CueId.WORK: ("Work begins", True, False),
    CueId.PHASE: ("Down, hold, up", True, True),
    CueId.REP: ("A rep done", True, True),
    CueId.HALF_WAY: ("Half-way", True, True),
    CueId.TEN_SECONDS: ("Ten seconds left", False, True),
    CueId.CHANGE_SIDES: ("Change sides", True, True),
    CueId.REST: ("Rest", True, True),
    CueId.LAST_SET: ("Last set", False, True),
    CueId.LAST_EXERCISE: ("Last exercise", False, True),
    CueId.PAUSED: ("Paused", True, False),
    CueId.RESUMED: ("Going on", True, False),
    CueId.FINISHED: ("Finished", True, True),
}
"""What each is called, and whether it has a sound and words."""


class CueGrid(QWidget):
    """A line a cue with a box for its sound and one for its speech; folded until it is asked for."""

    def __init__(
        self, value: frozenset[str], keep: Callable[[frozenset[str]], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self.boxes: dict[str, QCheckBox] = {}
        self.fold = Button(self.tr("Choose cues"), icon="chevron-down", checkable=True)
        self.fold.toggled.connect(self._on_fold_toggled)
        self._grid = QWidget()
        self._grid.setVisible(False)
        lines = QGridLayout(self._grid)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setHorizontalSpacing(24)
        lines.setColumnStretch(0, 1)
        for line, (cue, (label, sounds, speaks)) in enumerate(CUES.items()):
            name = QCoreApplication.translate("cues", label)
            lines.addWidget(Words(name, "small"), line, 0)
            if sounds:
                lines.addWidget(self._box(cue + SOUND, self.tr("Sound"), name, value), line, 1)
            if speaks:
                lines.addWidget(self._box(cue + SPEECH, self.tr("Speech"), name, value), line, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._grid)

    def _box(self, part: str, label: str, name: str, off: frozenset[str]) -> QCheckBox:
        box = QCheckBox(label)
        box.setAccessibleName(f"{name}: {label}")
        box.setChecked(part not in off)
        box.toggled.connect(self._on_box_toggled)
        self.boxes[part] = box
        return box

    def _on_box_toggled(self) -> None:
        self._keep(frozenset(part for part, box in self.boxes.items() if not box.isChecked()))

    def _on_fold_toggled(self, unfolded: bool) -> None:
        self._grid.setVisible(unfolded)
        self.fold.set_icon_name("chevron-up" if unfolded else "chevron-down")
