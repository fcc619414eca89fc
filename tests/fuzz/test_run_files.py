"""A few of the fuzzer's cases with each run of the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.run_files import READERS, Reader, fuzz


@pytest.mark.parametrize("reader", READERS, ids=[reader.name for reader in READERS])
def test_a_bent_file_is_runs_or_a_sentence(
    tmp_path: Path, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fuzz(reader, 500, 1, tmp_path), capsys.readouterr().out
    told = capsys.readouterr().out
    assert " 0 read" not in told
