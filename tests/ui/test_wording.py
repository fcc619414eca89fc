from __future__ import annotations

import pytest

from trainer.domain.tempo import Tempo
from trainer.ui.wording import tempo_words

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
