from __future__ import annotations

import pytest

from tests.store.samples import own_exercise
from trainer.domain.exercise import Dose, Laterality, Range
from trainer.domain.tempo import Tempo
from trainer.ui.wording import dose_text, tempo_words

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("tempo", "words"),
    [
        ("3-1-1-0", "3 s down, 1 s hold at the bottom, 1 s up"),
        ("2-0-2-1", "2 s down, 2 s up, 1 s at the top"),
        ("5-0-0-4", "5 s down, 4 s back to the start"),
        ("4-0-0-3", "4 s down, 3 s back to the start"),
        ("4-2-0-0", "4 s down, 2 s hold at the bottom"),
    ],
)
def test_a_tempo_in_words(tempo: str, words: str) -> None:
    assert tempo_words(Tempo.parse(tempo)) == words


@pytest.mark.parametrize(
    ("sets", "reps", "words"),
    [
        (Range(2, 3), Range(6, 8), "2–3 sets of 6–8 reps"),
        (Range(1, 1), Range(1, 1), "1 set of 1 rep"),
        (Range(1, 1), None, "1 set"),
        (Range(2, 3), None, "2–3 sets"),
    ],
)
def test_a_dose_in_words(sets: Range, reps: Range | None, words: str) -> None:
    dose = Dose(sets=sets, rest_s=Range(60, 60), reps=reps)
    assert dose_text(own_exercise(dose=dose, side=Laterality.BOTH)) == words
