"""A handful of what `python -m tests.fuzz.tables` does by the hundred thousand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.tables import PARSERS, Parser, fuzz


@pytest.mark.parametrize("parser", PARSERS, ids=[parser.name for parser in PARSERS])
def test_bent_tables_are_read_or_refused(parser: Parser, tmp_path: Path) -> None:
    outcome = fuzz(parser, 200, 3, tmp_path)
    assert outcome.past_header > outcome.cases / 3
    assert outcome.records > 0 or parser.name == "names"
