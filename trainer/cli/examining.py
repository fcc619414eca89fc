"""`doctor`."""

from __future__ import annotations

import argparse

from trainer.cli.surroundings import Surroundings
from trainer.cli.tables import columns
from trainer.services.doctor import Verdict, examine


def doctor(_asked: argparse.Namespace, around: Surroundings) -> int:
    """Prints what was found; 1 when the log or the program's files are not sound."""
    found = examine(around.paths, around.clock)
    print(*columns([(d.subject, d.verdict.value, d.text) for d in found]), sep="\n")
    return 1 if any(diagnosis.verdict is Verdict.BAD for diagnosis in found) else 0
