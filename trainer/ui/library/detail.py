"""One exercise: the figure left and large, the words right, ladder and evidence below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.exercise import Contraction, Laterality
from trainer.domain.vocabulary import EQUIPMENT, GAIT_PHASES, MUSCLES, REGIONS, SITUATIONS
from trainer.services.library import Library
from trainer.settings import REDUCED_MOTION, UNITS, Settings
from trainer.ui.library.evidence import grade_words, own_rule_words
from trainer.ui.library.figure_stage import FigureStage
from trainer.ui.library.ladder import LadderView
from trainer.ui.library.record import RecordCard
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.theme import Theme, text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.page import Page, card, set_stacked
from trainer.ui.widgets.references import ReferenceRow, shown
from trainer.ui.widgets.text import Words, pill, rule
from trainer.ui.wording import dose_text, range_text, tempo_words

NARROW_PX = 720


class ExerciseDetail(Page):
    """Everything about one exercise; asks to go back, to open another one, or to try it now."""

    back_requested = Signal()
    exercise_requested = Signal(str)
    try_requested = Signal(str)

    def __init__(
        self,
        library: Library,
        exercise_id: str,
        settings: Settings,
        theme: Theme,
        *,
        can_try: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        exercise = library.exercise(exercise_id)
        super().__init__(exercise.name, parent=parent)
        self.exercise_id = exercise_id
        self._library, self._exercise = library, exercise
        self._ladder = library.ladder(exercise_id)
        self._stage = FigureStage(exercise, theme, moving=not settings.get(REDUCED_MOTION))
        self._thumbnails = Thumbnails(theme.figure)
        self.record = RecordCard(settings.get(UNITS))
        self._back = Button(self.tr("All exercises"), "quiet", icon="arrow-left")
        self._back.clicked.connect(self.back_requested)
        self.head.addWidget(self._back)
        if can_try:
            self._try = Button(self.tr("Try it now"), "primary", icon="play")
            self._try.clicked.connect(self._on_try_clicked)
            self.head.addWidget(self._try)
        self.title.setWordWrap(True)
        self._fill()

    def take_focus(self) -> None:
        """Puts the keyboard on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        self._stage.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Back):
            self.back_requested.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        set_stacked(self._columns, self.width() < NARROW_PX * text_scale())

    def _fill(self) -> None:
        self.body.addWidget(Flow(list(self._facts())))
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(16)
        if self._stage.has_figure:
            left.addWidget(self._stage)
        left.addWidget(self._dose_card())
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self._how_card())
        if self._exercise.cautions:
            right.addWidget(self._cautions_card())
        right.addWidget(self.record)
        right.addStretch(1)
        columns.addLayout(left, 11)
        columns.addLayout(right, 10)
        self.body.addLayout(columns)
        self.body.addWidget(self._ladder_card())
        if self._ladder.instead:
            self.body.addWidget(self._substitutes_card())
        self.body.addWidget(self._evidence_card())
        self.body.addStretch(1)

    def _facts(self) -> list[QWidget]:
        one = self._exercise
        facts = [REGIONS.get(one.region, one.region), self.tr("Level {0} of 5").format(one.level)]
        facts.append(self.tr("One leg at a time") if one.side is Laterality.EACH else self.tr("Both legs"))
        facts += [_contraction_words(contraction) for contraction in one.contraction]
        facts += [self.tr("Stride: {0}").format(GAIT_PHASES.get(p, p).lower()) for p in one.gait_phases]
        return [pill(fact) for fact in facts]

    def _how_card(self) -> QFrame:
        frame, column = card()
        cues = self._exercise.cues
        for title, text in (
            (self.tr("Position"), cues.position),
            (self.tr("Movement"), cues.movement),
            (self.tr("What to feel"), cues.feel),
        ):
            if text:
                column.addWidget(Words(title, "small", tone="accent", strong=True))
                column.addWidget(Words(text, wrap=True))
                column.addSpacing(4)
        if self._exercise.faults:
            column.addWidget(rule())
            column.addSpacing(4)
            column.addWidget(Words(self.tr("Common faults"), "small", tone="accent", strong=True))
            for fault in self._exercise.faults:
                column.addLayout(_marked("x", fault))
        return frame

    def _dose_card(self) -> QFrame:
        one = self._exercise
        frame, column = card()
        column.addWidget(Words(self.tr("Dose"), "small", tone="accent", strong=True))
        column.addWidget(Words(dose_text(one), strong=True, wrap=True))
        rest = self.tr("Rest {0} s between sets").format(range_text(one.dose.rest_s))
        column.addWidget(Words(rest, "small", tone="muted", wrap=True))
        if one.tempo is not None:
            tempo = self.tr("Tempo {0}: {1}").format(str(one.tempo), tempo_words(one.tempo))
            column.addWidget(Words(tempo, "small", tone="muted", wrap=True))
        if one.dose.note:
            column.addWidget(Words(one.dose.note, "small", tone="muted", wrap=True))
        column.addSpacing(4)
        column.addWidget(rule())
        column.addSpacing(4)
        column.addWidget(Words(self.tr("Muscles"), "small", tone="accent", strong=True))
        column.addWidget(Words(_muscles(one.primary_muscles), wrap=True))
        if one.secondary_muscles:
            helping = self.tr("Helping: {0}").format(_muscles(one.secondary_muscles))
            column.addWidget(Words(helping, "small", tone="muted", wrap=True))
        needs = ", ".join(EQUIPMENT.get(item, item) for item in one.equipment) or self.tr("Nothing")
        column.addSpacing(4)
        column.addWidget(Words(self.tr("You need"), "small", tone="accent", strong=True))
        column.addWidget(Words(needs, wrap=True))
        return frame

    def _cautions_card(self) -> QFrame:
        frame, column = card("note")
        column.addWidget(Words(self.tr("Take care"), "small", tone="accent", strong=True))
        for caution in self._exercise.cautions:
            column.addLayout(_marked("triangle-alert", caution))
        words = self.tr("The app's own cautions; no clinician has signed them yet.")
        column.addWidget(Words(words, "caption", tone="muted", wrap=True))
        return frame

    def _ladder_card(self) -> QFrame:
        frame, column = card()
        column.addWidget(Words(self.tr("The ladder"), "heading"))
        ladder = LadderView(self._ladder, self._thumbnails)
        ladder.exercise_requested.connect(self.exercise_requested)
        column.addWidget(ladder)
        return frame

    def _substitutes_card(self) -> QFrame:
        frame, column = card()
        column.addWidget(Words(self.tr("What to do instead"), "heading"))
        for without, other in self._ladder.instead:
            reason = SITUATIONS.get(without)
            if reason is None:
                missing = EQUIPMENT.get(without, without)
                reason = self.tr("Without: {0}").format(missing[:1].lower() + missing[1:])
            row = QHBoxLayout()
            row.addWidget(Words(reason, "small", tone="muted", wrap=True), 1)
            button = Button(other.name, "quiet", icon="chevron-right")
            button.setProperty("exercise", other.id)
            button.clicked.connect(self._on_substitute_clicked)
            row.addWidget(button)
            column.addLayout(row)
        return frame

    def _evidence_card(self) -> QFrame:
        frame, column = card()
        column.addWidget(Words(self.tr("Evidence"), "heading"))
        column.addWidget(Words(grade_words(self._exercise.evidence), wrap=True))
        own = own_rule_words(self._exercise)
        if own:
            column.addWidget(Words(own, "small", tone="muted", wrap=True))
        for reference in shown(self._library.references(self._exercise)):
            column.addWidget(rule())
            column.addWidget(ReferenceRow(reference))
        return frame

    def _on_try_clicked(self) -> None:
        self.try_requested.emit(self.exercise_id)

    def _on_substitute_clicked(self) -> None:
        self.exercise_requested.emit(str(self.sender().property("exercise")))


def _contraction_words(contraction: Contraction) -> str:
    words = {
        Contraction.ECCENTRIC: "Works while lengthening",
        Contraction.CONCENTRIC: "Works while shortening",
        Contraction.ISOMETRIC: "Holds still",
    }
    return words[contraction]


def _muscles(names: tuple[str, ...]) -> str:
    """Anatomical names with the plain word after the first of each."""
    told: set[str] = set()
    words = []
    for name in names:
        plain = MUSCLES.get(name, "")
        words.append(f"{name} ({plain})" if plain and plain not in told else name)
        told.add(plain)
    text = ", ".join(words)
    return text[:1].upper() + text[1:]


def _marked(icon: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    mark = IconLabel(icon, 16)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(text, "small", wrap=True), 1)
    return row
