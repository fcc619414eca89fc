"""Learn: the stride, tight hamstrings, what is known, and safety; each statement with its ground."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.services.library import Library
from trainer.settings import REDUCED_MOTION, Settings
from trainer.ui.learn.claim_list import ClaimList
from trainer.ui.learn.safety_section import SafetySection
from trainer.ui.learn.stride_section import StrideSection
from trainer.ui.learn.words import TOPICS, tr
from trainer.ui.theme import Theme
from trainer.ui.widgets.buttons import Segments
from trainer.ui.widgets.page import PAGE_MARGIN_PX, Page

STRIDE, TIGHTNESS, KNOWN, SAFETY = "stride", "tightness", "known", "safety"
GAP_PX = 16


class LearnPage(Page):
    """One of four sections at a time; the runner rests while another is read.

    `told` carries a sentence for the foot of the window.
    """

    told = Signal(str)

    def __init__(
        self, library: Library, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Learn"), parent=parent)
        self._library, self._settings = library, settings
        options = (
            (STRIDE, self.tr("The stride")),
            (TIGHTNESS, self.tr("Tightness")),
            (KNOWN, self.tr("What is known")),
            (SAFETY, self.tr("Safety")),
        )
        self.sections = Segments(self.tr("Section"), options)
        self.sections.chosen.connect(self.show_section)
        self.stride = StrideSection(library, theme, reduced_motion=settings.get(REDUCED_MOTION))
        self.tightness = self._tightness()
        self.known = self._known()
        self.safety = SafetySection(library, settings)
        self.safety.told.connect(self.told)
        self._parts = {
            STRIDE: self.stride,
            TIGHTNESS: self.tightness,
            KNOWN: self.known,
            SAFETY: self.safety,
        }
        self.head.addWidget(self.sections)
        for part in self._parts.values():
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.destroyed.connect(settings.on_change(self._on_settings_changed))
        self.show_section(STRIDE)

    def show_section(self, section: str) -> None:
        """Shows the stride, tightness, what is known, or safety."""
        self.sections.set_value(section)
        for name, part in self._parts.items():
            part.setVisible(name == section)

    @property
    def section(self) -> str:
        """The section that is shown."""
        return self.sections.value

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        title, sections = self.title.sizeHint(), self.sections.sizeHint()
        narrow = self.width() < title.width() + sections.width() + 2 * PAGE_MARGIN_PX + GAP_PX
        self.set_head_below(narrow)
        top = title.height() + sections.height() if narrow else max(title.height(), sections.height())
        self.stride.fit_height(self.height() - top - GAP_PX - 2 * PAGE_MARGIN_PX)

    def on_shown(self) -> None:
        """Gives the keyboard to the band of the stride, where that is shown."""
        if self.stride.isVisible():
            self.stride.strip.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        self.stride.set_theme(theme)

    def _tightness(self) -> QWidget:
        found, own = _parted(self._library.claims_for("tightness"))
        return _column(
            ClaimList(self.tr("What was found"), found, self._library),
            ClaimList(self.tr("What this app does"), own, self._library),
        )

    def _known(self) -> QWidget:
        found, own = _parted(self._library.claims_for("limits"))
        left = {claim.key: claim for claim in found}
        lists = []
        for title, keys in TOPICS:
            claims = [left.pop(key) for key in keys if key in left]
            lists.append(ClaimList(tr(title), claims, self._library))
        lists.append(ClaimList(self.tr("And else"), left.values(), self._library))
        lists.append(ClaimList(self.tr("What this app says of itself"), own, self._library))
        return _column(*lists)

    def _on_settings_changed(self, key: str) -> None:
        if key == REDUCED_MOTION.key:
            self.stride.set_reduced_motion(self._settings.get(REDUCED_MOTION))


def _parted(claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim]]:
    """What studies found, and what is the app's own rule."""
    found: list[Claim] = []
    own: list[Claim] = []
    for claim in claims:
        (own if claim.own_rule else found).append(claim)
    return found, own


def _column(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for part in parts:
        column.addWidget(part)
    return holder
