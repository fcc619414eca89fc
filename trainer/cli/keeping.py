"""`backup`, `restore`."""

from __future__ import annotations

import argparse

from trainer.cli.surroundings import Surroundings
from trainer.services.copying import copy_to
from trainer.services.safekeeping import Safekeeping, restore_backup


def backup(asked: argparse.Namespace, around: Surroundings) -> int:
    """Writes a checked copy of the log to OUT, or among the other backups, and says where it is."""
    with around.reading() as store:
        if asked.out is None:
            made = Safekeeping(store, around.paths, around.clock).backup("hand")
        else:
            made = copy_to(store, asked.out)
    print(f"Backup written and checked: {made}")
    return 0


def restore(asked: argparse.Namespace, around: Surroundings) -> int:
    """Puts the backup in the log's place and says where the log that was there is kept."""
    kept = restore_backup(around.paths, asked.file, around.clock)
    with around.writing():
        pass  # an older one is brought up to date now, while someone is looking
    print(f"Restored from {asked.file}.")
    if kept is not None:
        print(f"What was there before is kept in {kept}")
    return 0
