"""`import`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from trainer.cli.counting import counting
from trainer.cli.surroundings import Surroundings
from trainer.exchange.contents import Answers, Question, Unit
from trainer.exchange.csv_names import read_names
from trainer.paths import paths_for
from trainer.services.preview import Counts, Preview
from trainer.services.safekeeping import Safekeeping
from trainer.services.transfer import Transfer
from trainer.settings import UNITS, Settings
from trainer.store import Store


def import_file(asked: argparse.Namespace, around: Surroundings) -> int:
    """Adds what the file holds, behind a backup; 1 when it refused lines, which are all told."""
    names = read_names(asked.map) if asked.map else {}
    with _dry(around) if asked.dry_run else around.writing() as store, counting() as count:
        transfer = Transfer(store, around.clock)
        answers = _answers(asked, around, transfer.answers())
        preview = transfer.preview(asked.file, names, replace(answers, pulse=count("Reading")))
        if not asked.dry_run:
            if preview.added.total and store.set_count():
                Safekeeping(store, around.paths, around.clock).backup("import")
            transfer.apply(preview, pulse=count("Writing"))
    _tell(preview, dry=asked.dry_run)
    _tell_taken_for_granted(asked, preview, answers)
    return _told_refused(preview, dry=asked.dry_run)


def _answers(asked: argparse.Namespace, around: Surroundings, usual: Answers) -> Answers:
    unit = asked.unit or Settings(around.paths.settings).get(UNITS)
    return replace(usual, unit=Unit(unit), utc=asked.times == "utc", program=asked.format)


def _tell_taken_for_granted(asked: argparse.Namespace, preview: Preview, answers: Answers) -> None:
    if Question.UNIT in preview.asks and asked.unit is None:
        other = Unit.LB if answers.unit is Unit.KG else Unit.KG
        print(
            f"The file does not say its unit of weight: it was read as {answers.unit}. "
            f"If it is {other}, undo the import in the window and import with --unit {other}."
        )


@contextmanager
def _dry(around: Surroundings) -> Iterator[Store]:
    """The log for reading; where there is none yet, an empty one that is thrown away."""
    if around.paths.store.exists():
        with around.reading() as store:
            yield store
        return
    with (
        TemporaryDirectory(prefix="stride-trainer-") as folder,
        Surroundings(paths_for(Path(folder)), around.clock).writing() as store,
    ):
        yield store


def _tell(preview: Preview, *, dry: bool) -> None:
    print(f"{'Would add' if dry else 'Added'}: {_counted(preview.added)}.")
    print(f"Known already: {_counted(preview.known)}.")
    if preview.own:
        print(f"New exercises of your own: {', '.join(map(repr, preview.own))}.")
    for note in preview.notes:
        print(note)
    for refused in preview.refused:
        print(f"Line {refused.line} refused: {refused.reason}.")
    if dry:
        print("Nothing was written: this was a dry run.")


def _counted(counts: Counts) -> str:
    words = (
        (counts.sessions, "session"),
        (counts.sets, "set"),
        (counts.checkins, "check-in"),
        (counts.runs, "run"),
    )
    return ", ".join(_number(count, word) for count, word in words if count) or "nothing"


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def _told_refused(preview: Preview, *, dry: bool) -> int:
    count = len(preview.refused)
    if not count:
        return 0
    was = "would be" if dry else "was" if count == 1 else "were"
    rest = (
        f"the rest {'would be' if dry else 'was'} added"
        if preview.adds_anything
        else "nothing was left to add"
    )
    them = "it" if count == 1 else "them"
    print(
        f"{_number(count, 'line')} {was} refused; {rest}. Mend {them} and import the file again.",
        file=sys.stderr,
    )
    return 1
