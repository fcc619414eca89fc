"""Files of runs that are none, or that mean harm: a sentence each, nothing written, little memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange import hostile_runs
from tests.services.stopped_clock import StoppedClock
from trainer.errors import ExchangeError
from trainer.paths import paths_for
from trainer.services.transfer import Transfer
from trainer.store import Store

ROOT = Path(__file__).parents[2]
MOST_MB = 150


def test_each_is_one_sentence_and_nothing_is_written(tmp_path: Path) -> None:
    store = Store.open(paths_for(tmp_path / "data"), clock=StoppedClock())
    transfer = Transfer(store, StoppedClock(), shipped=dict)
    (tmp_path / "files").mkdir()
    for path in hostile_runs.quick(tmp_path / "files"):
        with pytest.raises(ExchangeError) as told:
            transfer.preview(path)
        sentence = str(told.value)
        assert path.name in sentence or path.name == "many.gpx", sentence
        assert sentence.endswith("."), sentence
        assert "\n" not in sentence
        assert len(sentence) < 250 + len(str(path))
    assert store.runs() == []
    store.close()


@pytest.mark.parametrize("start", [hostile_runs.BOMB, hostile_runs.OUTSIDE, hostile_runs.PARAMETERS])
def test_entities_are_refused_for_what_they_are(tmp_path: Path, start: str) -> None:
    store = Store.open(paths_for(tmp_path / "data"), clock=StoppedClock())
    path = tmp_path / "a.gpx"
    path.write_text(f"{start}<gpx/>")
    with pytest.raises(ExchangeError, match="defines entities or a document type"):
        Transfer(store, StoppedClock(), shipped=dict).preview(path)
    store.close()


@pytest.mark.slow
def test_all_of_them_take_little_memory(tmp_path: Path) -> None:
    for name, content in hostile_runs.documents():
        (tmp_path / name).write_bytes(content)
    for path in hostile_runs.places(tmp_path):
        assert path.name
    command = [sys.executable, "-m", "tests.exchange.hostile_runs", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) <= MOST_MB
