"""The fields of an exercise of one's own: filled from one, and read back as one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from trainer.domain.exercise import Cues, Dose, Exercise, Kind, Laterality, Range
from trainer.domain.tempo import Tempo
from trainer.domain.vocabulary import EQUIPMENT, REGIONS
from trainer.services.library import Library
from trainer.services.own import contraction_of
from trainer.services.own_checks import NAME_LENGTH, SHORT_NAME_LENGTH, short_name_of
from trainer.settings import Settings
from trainer.ui.library.figure_chooser import FigureField
from trainer.ui.library.muscle_picker import MusclePicker
from trainer.ui.library.tempo_field import TempoField
from trainer.ui.theme import Theme
from trainer.ui.widgets.buttons import Segments
from trainer.ui.widgets.fields import ChipChoice, RangeField, TextBox

USUAL_REPS, USUAL_HOLD_S, USUAL_TEMPO = Range(6, 8), Range(20, 30), Tempo(2, 0, 2, 0)


class ExerciseFields(QObject):
    """The controls; those that speak of the same thing follow each other.

    The short name follows the name until it is written by hand, a muscle works or helps but not both, and a
    rep begins as the chosen figure moves, so that what is seen is what is called.
    """

    def __init__(
        self, exercise: Exercise, library: Library, settings: Settings, theme: Theme, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._original = exercise
        self.name, self.short_name = QLineEdit(), QLineEdit()
        self.name.setMaxLength(NAME_LENGTH)
        self.short_name.setMaxLength(SHORT_NAME_LENGTH)
        self.region = ChipChoice(self.tr("Area"), REGIONS)
        self.equipment = ChipChoice(self.tr("What it needs"), EQUIPMENT, several=True)
        self.main = MusclePicker(self.tr("Main muscles"))
        self.helping = MusclePicker(self.tr("Helping muscles"))
        self._make_segments()
        self.sets = RangeField(self.tr("Sets"), 1, 50)
        self.reps = RangeField(self.tr("Reps"), 1, 1000)
        self.hold = RangeField(self.tr("Hold"), 1, 3600, " s")
        self.rest = RangeField(self.tr("Rest"), 0, 3600, " s")
        self.tempo = TempoField()
        self.position, self.movement, self.feel = TextBox(2), TextBox(3), TextBox(2)
        self.faults, self.cautions, self.note = TextBox(3), TextBox(3), TextBox(2)
        self.figure = FigureField(library, settings, theme)
        self._fill(exercise)
        self._short_by_hand = exercise.short_name != short_name_of(exercise.name)
        self._follow()

    @property
    def held(self) -> bool:
        """Whether a set is a hold."""
        return self.kind.value == Kind.HOLD.value

    @property
    def exercise(self) -> Exercise:
        """The exercise as it is filled in, whether it says enough or not."""
        kind = Kind(self.kind.value)
        tempo = None if self.held else self.tempo.tempo
        before = self._original
        alike = bool(before.contraction) and (kind, tempo) == (before.kind, before.tempo)
        return replace(
            before,
            name=" ".join(self.name.text().split()),
            short_name=" ".join(self.short_name.text().split()),
            region=next(iter(self.region.values), ""),
            kind=kind,
            side=Laterality(self.side.value),
            level=int(self.level.value),
            dose=self._dose(),
            cues=Cues(self.position.text, self.movement.text, self.feel.text),
            primary_muscles=self.main.muscles,
            secondary_muscles=self.helping.muscles,
            contraction=before.contraction if alike else contraction_of(kind, tempo),
            equipment=self.equipment.values,
            tempo=tempo,
            begins_with=self.tempo.begins_with,
            faults=self.faults.lines,
            cautions=self.cautions.lines,
            logs_lean=before.logs_lean and not self.held,
            figure=self.figure.figure,
        )

    def _make_segments(self) -> None:
        kinds = ((Kind.REPS.value, self.tr("Reps")), (Kind.HOLD.value, self.tr("A hold")))
        sides = (
            (Laterality.BOTH.value, self.tr("Both legs")),
            (Laterality.EACH.value, self.tr("One at a time")),
        )
        self.kind = Segments(self.tr("A set is"), kinds)
        self.side = Segments(self.tr("Legs"), sides)
        self.level = Segments(self.tr("Level"), tuple((str(n), str(n)) for n in range(1, 6)))

    def _fill(self, exercise: Exercise) -> None:
        self.name.setText(exercise.name)
        self.short_name.setText(exercise.short_name)
        self.region.set_values([exercise.region])
        self.equipment.set_values(exercise.equipment)
        self.kind.set_value(exercise.kind.value)
        self.side.set_value(exercise.side.value)
        self.level.set_value(str(exercise.level))
        self.main.set_muscles(exercise.primary_muscles)
        self.helping.set_muscles(exercise.secondary_muscles)
        dose, cues = exercise.dose, exercise.cues
        self.sets.set_range(dose.sets)
        self.rest.set_range(dose.rest_s)
        self.reps.set_range(dose.reps or USUAL_REPS)
        self.hold.set_range(dose.hold_s or USUAL_HOLD_S)
        self.tempo.set_tempo(exercise.tempo or USUAL_TEMPO, exercise.begins_with)
        for box, text in (
            (self.position, cues.position),
            (self.movement, cues.movement),
            (self.feel, cues.feel),
            (self.faults, "\n".join(exercise.faults)),
            (self.cautions, "\n".join(exercise.cautions)),
            (self.note, dose.note),
        ):
            box.setPlainText(text)
        self.figure.set_figure(exercise.figure)

    def _follow(self) -> None:
        self.name.textEdited.connect(self._on_name_edited)
        self.short_name.textEdited.connect(self._on_short_name_edited)
        self.main.changed.connect(self._on_main_changed)
        self.helping.changed.connect(self._on_helping_changed)
        self.figure.changed.connect(self._on_figure_changed)

    def _dose(self) -> Dose:
        return Dose(
            sets=self.sets.range,
            rest_s=self.rest.range,
            reps=None if self.held else self.reps.range,
            hold_s=self.hold.range if self.held else None,
            note=self.note.text,
        )

    def _on_name_edited(self, name: str) -> None:
        if not self._short_by_hand:
            self.short_name.setText(short_name_of(name))

    def _on_short_name_edited(self, text: str) -> None:
        self._short_by_hand = bool(text)

    def _on_main_changed(self) -> None:
        self.helping.leave_out(self.main.muscles)

    def _on_helping_changed(self) -> None:
        self.main.leave_out(self.helping.muscles)

    def _on_figure_changed(self) -> None:
        if (shown := self.figure.shown) is not None:
            self.tempo.begins.set_value(shown.begins_with.value)
