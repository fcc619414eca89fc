"""What is told of one exercise, a card each: how it is done, its dose, what to take care of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.exercise import Contraction, Exercise, Laterality
from trainer.domain.vocabulary import EQUIPMENT, GAIT_PHASES, MUSCLES, REGIONS
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.page import card
from trainer.ui.widgets.text import Words, pill, rule
from trainer.ui.wording import dose_text, range_text, tempo_words


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("detail", text)


def facts(exercise: Exercise) -> list[QWidget]:
    """Area, level, legs, how the muscle works, and when in the stride, a pill each."""
    told = [tr("Yours") if exercise.own else "", REGIONS.get(exercise.region, exercise.region)]
    told.append(tr("Level {0} of 5").format(exercise.level))
    told.append(tr("One leg at a time") if exercise.side is Laterality.EACH else tr("Both legs"))
    told += [_contraction_words(contraction) for contraction in exercise.contraction]
    told += [tr("Stride: {0}").format(GAIT_PHASES.get(p, p).lower()) for p in exercise.gait_phases]
    return [pill(fact) for fact in told if fact]


def how_card(exercise: Exercise) -> QFrame | None:
    """Position, movement, what to feel, and common faults; None where nothing of it is said."""
    cues, faults = exercise.cues, exercise.faults
    if not any((cues.position, cues.movement, cues.feel, *faults)):
        return None
    frame, column = card()
    pairs = (
        (tr("Position"), cues.position),
        (tr("Movement"), cues.movement),
        (tr("What to feel"), cues.feel),
    )
    for title, text in pairs:
        if text:
            column.addWidget(Words(title, "small", tone="accent", strong=True))
            column.addWidget(Words(text, wrap=True))
            column.addSpacing(4)
    if faults:
        if column.count():
            column.addWidget(rule())
            column.addSpacing(4)
        column.addWidget(Words(tr("Common faults"), "small", tone="accent", strong=True))
        for fault in faults:
            column.addLayout(_marked("x", fault))
    return frame


def dose_card(exercise: Exercise) -> QFrame:
    """How much, in which tempo, with which muscles, and what is needed."""
    frame, column = card()
    column.addWidget(Words(tr("Dose"), "small", tone="accent", strong=True))
    column.addWidget(Words(dose_text(exercise), strong=True, wrap=True))
    rest = tr("Rest {0} s between sets").format(range_text(exercise.dose.rest_s))
    column.addWidget(Words(rest, "small", tone="muted", wrap=True))
    if exercise.tempo is not None:
        tempo = tr("Tempo {0}: {1}").format(str(exercise.tempo), tempo_words(exercise.tempo))
        column.addWidget(Words(tempo, "small", tone="muted", wrap=True))
    if exercise.dose.note:
        column.addWidget(Words(exercise.dose.note, "small", tone="muted", wrap=True))
    column.addSpacing(4)
    column.addWidget(rule())
    column.addSpacing(4)
    _add_muscles(column, exercise)
    needs = ", ".join(EQUIPMENT.get(item, item) for item in exercise.equipment) or tr("Nothing")
    column.addWidget(Words(tr("You need"), "small", tone="accent", strong=True))
    column.addWidget(Words(needs, wrap=True))
    return frame


def _add_muscles(column: QVBoxLayout, exercise: Exercise) -> None:
    if not exercise.primary_muscles:
        return
    column.addWidget(Words(tr("Muscles"), "small", tone="accent", strong=True))
    column.addWidget(Words(_muscles(exercise.primary_muscles), wrap=True))
    if exercise.secondary_muscles:
        helping = tr("Helping: {0}").format(_muscles(exercise.secondary_muscles))
        column.addWidget(Words(helping, "small", tone="muted", wrap=True))
    column.addSpacing(4)


def cautions_card(exercise: Exercise) -> QFrame:
    """What to take care of, and whose caution it is."""
    frame, column = card("note")
    column.addWidget(Words(tr("Take care"), "small", tone="accent", strong=True))
    for caution in exercise.cautions:
        column.addLayout(_marked("triangle-alert", caution))
    if not exercise.own:
        words = tr("The app's own cautions; no clinician has signed them yet.")
        column.addWidget(Words(words, "caption", tone="muted", wrap=True))
    return frame


def _contraction_words(contraction: Contraction) -> str:
    words = {
        Contraction.ECCENTRIC: "Works while lengthening",
        Contraction.CONCENTRIC: "Works while shortening",
        Contraction.ISOMETRIC: "Holds still",
    }
    return tr(words[contraction])


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
    row.addWidget(IconLabel(icon, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(text, "small", wrap=True), 1)
    return row
