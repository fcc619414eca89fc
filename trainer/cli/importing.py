"""`import`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from trainer.cli.surroundings import Surroundings
from trainer.exchange.csv_names import read_names
from trainer.paths import paths_for
from trainer.services.preview import Counts, Preview
from trainer.services.safekeeping import Safekeeping
from trainer.services.transfer import Transfer
from trainer.store import Store


def import_file(asked: argparse.Namespace, around: Surroundings) -> int:
    """Adds what the file holds, behind a backup; 1 when it refused lines, which are all told."""
    names = read_names(asked.map) if asked.map else {}
    with _dry(around) if asked.dry_run else around.writing() as store:
        transfer = Transfer(store, around.clock)
        preview = transfer.preview(asked.file, names)
        _tell(preview)
        if asked.dry_run:
            print("Nothing was written: this was a dry run.")
        else:
            if preview.added.total and store.set_count():
                Safekeeping(store, around.paths, around.clock).backup("import")
            transfer.apply(preview)
    return _told_refused(preview, asked.file)


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


def _tell(preview: Preview) -> None:
    print(f"To add:        {_counted(preview.added)}")
    print(f"Known already: {_counted(preview.known)}")
    if preview.own:
        print(f"New exercises of your own: {', '.join(map(repr, preview.own))}")
    for note in preview.notes:
        print(note)
    for refused in preview.refused:
        print(f"Line {refused.line} refused: {refused.reason}.")


def _counted(counts: Counts) -> str:
    words = (
        (counts.sessions, "sessions"),
        (counts.sets, "sets"),
        (counts.checkins, "check-ins"),
        (counts.runs, "runs"),
    )
    return ", ".join(f"{count:,} {word}" for count, word in words if count) or "nothing"


def _told_refused(preview: Preview, file: Path) -> int:
    if not preview.refused:
        return 0
    count = len(preview.refused)
    lines = "1 line" if count == 1 else f"{count:,} lines"
    print(f"{lines} of {file.name} could not be taken; mend them and import the file again.", file=sys.stderr)
    return 1
