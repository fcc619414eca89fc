"""Choosing muscles by typing a part of their name, anatomical or plain."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QVBoxLayout, QWidget

from trainer.domain.vocabulary import MUSCLES
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow


class MusclePicker(QWidget):
    """What was chosen as chips that a press takes away, and a field that offers what fits.

    Enter takes the best of what fits. `changed` tells of each muscle that came or went.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._muscles: list[str] = []
        self._flow: Flow | None = None
        self._offer = QStringListModel(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a muscle, such as calf or soleus"))
        self.field.setAccessibleName(self.tr("Add to {0}").format(name))
        self.field.returnPressed.connect(self._on_return_pressed)
        completer = QCompleter(self._offer, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_completer_activated)
        offer = QListView()
        offer.setProperty("offer", True)
        completer.setPopup(offer)
        self.field.setCompleter(completer)
        # The completer writes what was taken into the field after it has told of it.
        self._clear_0_ms = QTimer(self, singleShot=True, interval=0)
        self._clear_0_ms.timeout.connect(self.field.clear)
        self.setFocusProxy(self.field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.field)
        self._show()

    @property
    def muscles(self) -> tuple[str, ...]:
        """In the order they were chosen."""
        return tuple(self._muscles)

    def set_muscles(self, muscles: tuple[str, ...]) -> None:
        """Chooses these and no others."""
        if muscles != self.muscles:
            self._muscles = list(muscles)
            self._show()
            self.changed.emit()

    def leave_out(self, muscles: tuple[str, ...]) -> None:
        """Gives up those of these that are chosen here."""
        self.set_muscles(tuple(muscle for muscle in self._muscles if muscle not in muscles))

    def fitting(self, text: str) -> list[str]:
        """The muscles whose name, anatomical or plain, has the text in it."""
        wanted = text.strip().casefold()
        left = [muscle for muscle in MUSCLES if muscle not in self._muscles]
        found = [muscle for muscle in left if wanted and wanted in _label(muscle).casefold()]
        return sorted(found, key=lambda muscle: not muscle.casefold().startswith(wanted))

    def _add(self, muscle: str) -> None:
        self.set_muscles((*self._muscles, muscle))
        self._clear_0_ms.start()

    def _show(self) -> None:
        self._offer.setStringList([_label(one) for one in MUSCLES if one not in self._muscles])
        if self._flow is not None:
            self._column.removeWidget(self._flow)
            self._flow.hide()
            self._flow.deleteLater()
            self._flow = None
        if self._muscles:
            self._flow = Flow([self._chip(muscle) for muscle in self._muscles])
            self._column.insertWidget(0, self._flow)

    def _chip(self, muscle: str) -> Button:
        chip = Button(muscle, "chip", icon="x")
        chip.setAccessibleName(self.tr("{0}: {1}. Press to take it away.").format(self._name, muscle))
        chip.setProperty("muscle", muscle)
        chip.clicked.connect(self._on_chip_clicked)
        return chip

    def _on_chip_clicked(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.leave_out((str(self.sender().property("muscle")),))

    def _on_completer_activated(self, label: str) -> None:
        chosen = next((muscle for muscle in MUSCLES if _label(muscle) == label), None)
        if chosen is not None and chosen not in self._muscles:
            self._add(chosen)

    def _on_return_pressed(self) -> None:
        best = self.fitting(self.field.text())
        if best:
            self._add(best[0])


def _label(muscle: str) -> str:
    return f"{muscle} · {MUSCLES[muscle]}"
