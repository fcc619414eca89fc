"""`export`."""

from __future__ import annotations

import argparse

from trainer.cli.surroundings import Surroundings
from trainer.errors import UsageError
from trainer.exchange.profile import DATA, Profile, Records, spreadsheet
from trainer.services.transfer import Transfer


def export(asked: argparse.Namespace, around: Surroundings) -> int:
    """Writes the log, or what else was asked for, and says how much it was."""
    if asked.session is not None:
        return _export_session(asked, around)
    profile = DATA if asked.profile == "data" else _local_spreadsheet()
    with around.reading() as store:
        transfer = Transfer(store, around.clock)
        if asked.what == "all":
            rows = transfer.export_all(asked.out, profile)
        else:
            rows = transfer.export(asked.out, Records(asked.what), profile)
    if asked.out.is_file() or asked.out.is_dir():  # else it went into a pipe, with this sentence behind it
        print(f"{rows:,} {'row' if rows == 1 else 'rows'} written to {asked.out}")
    return 0


def _export_session(asked: argparse.Namespace, around: Surroundings) -> int:
    from trainer.services.session_file import write_session  # start-up saving: mostly the log is asked for

    if asked.out.suffix.lower() != ".fit":
        raise UsageError(f"A session is written as FIT; call the file {asked.out.name}.fit, or alike.")
    with around.reading() as store:
        sets = write_session(store, asked.session, asked.out)
    print(f"{sets:,} {'set' if sets == 1 else 'sets'} written to {asked.out}")
    return 0


def _local_spreadsheet() -> Profile:
    """For a spreadsheet as people here have theirs set."""
    import locale  # start-up saving: only this profile asks for it

    try:
        locale.setlocale(locale.LC_NUMERIC, "")
    except locale.Error:  # set to one that is not installed
        return spreadsheet()
    return spreadsheet(locale.localeconv()["decimal_point"])
