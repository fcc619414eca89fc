"""What the command line understands."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import __version__

if TYPE_CHECKING:
    from typing import TypeAlias

    # It has no other name.
    _Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

_ABOUT = (
    "A strength trainer for runners. Without a command it opens its window; "
    "with one it does the same work without."
)


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    top = argparse.ArgumentParser(prog="stride-trainer", description=_ABOUT, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"Stride Trainer {__version__}")
    top.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep everything in DIR instead of the usual place"
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_transfer(commands)
    _add_content(commands)
    _add_keeping(commands)
    return top


def _add_transfer(commands: _Commands) -> None:
    export = commands.add_parser(
        "export", help="write the log as CSV, or a session as FIT", allow_abbrev=False
    )
    export.add_argument("out", type=Path, metavar="OUT", help="the file to write; a folder with --what all")
    export.add_argument(
        "--what",
        choices=("log", "checkins", "runs", "all"),
        default="log",
        help="what is written, else the log; all fills a folder",
    )
    export.add_argument(
        "--session",
        metavar="ID",
        help="write this session as a FIT activity for Garmin or Strava; “last” is the newest",
    )
    export.add_argument(
        "--profile",
        choices=("data", "spreadsheet"),
        default="data",
        help="spreadsheet: what Excel and the like open unharmed, in this locale's way",
    )
    import_ = commands.add_parser(
        "import", help="add what a file of ours or of another program holds", allow_abbrev=False
    )
    import_.add_argument("file", type=Path, metavar="FILE")
    import_.add_argument("--dry-run", action="store_true", help="say what would be added, and add nothing")
    import_.add_argument(
        "--map",
        type=Path,
        metavar="MAP.csv",
        help="a CSV file with the columns name,exercise_id: which exercise a name stands for",
    )
    import_.add_argument(
        "--unit",
        choices=("kg", "lb"),
        help="of weights, where the file does not say; else as in your settings",
    )
    import_.add_argument(
        "--times",
        choices=("local", "utc"),
        default="local",
        help="the clock of the file's times, where it does not say: this computer's (local) or UTC",
    )
    import_.add_argument(
        "--format",
        choices=("strong", "hevy", "fitnotes"),
        default="",
        help="which program wrote the file, where its column names do not say",
    )


def _add_content(commands: _Commands) -> None:
    for name, about in (("exercises", "list the exercises"), ("workouts", "list the workouts")):
        listing = commands.add_parser(name, help=about, allow_abbrev=False)
        listing.add_argument("--json", action="store_true")
    rehearse = commands.add_parser("rehearse", help="print a session at its planned pace", allow_abbrev=False)
    rehearse.add_argument("workout", metavar="WORKOUT", help="the id that `workouts` lists")
    rehearse.add_argument("--json", action="store_true")
    _add_plan(commands)
    _add_figure(commands)


def _add_plan(commands: _Commands) -> None:
    plan = commands.add_parser("plan", help="list the plans, or show one week by week", allow_abbrev=False)
    whats = plan.add_subparsers(dest="what", metavar="list|show", required=True)
    listing = whats.add_parser("list", help="list the plans", allow_abbrev=False)
    listing.add_argument("--json", action="store_true")
    show = whats.add_parser("show", help="print a plan and what it rests on", allow_abbrev=False)
    show.add_argument("plan", metavar="NAME", help="the id that `plan list` prints")
    show.add_argument("--json", action="store_true")


def _add_figure(commands: _Commands) -> None:
    figure = commands.add_parser("figure", help="draw an exercise's figure to files", allow_abbrev=False)
    figure.add_argument("exercise", metavar="EXERCISE", help="the id that `exercises` lists")
    figure.add_argument("--sheet", type=Path, metavar="OUT.png", help="a sheet of pictures, out and back")
    figure.add_argument(
        "--animation", type=Path, metavar="OUT.gif|OUT.webp", help="one rep in tempo, or a breath of a hold"
    )
    figure.add_argument(
        "--frames", type=int, default=6, metavar="N", help="how many pictures are on the sheet, else 6"
    )
    figure.add_argument(
        "--size", type=int, default=400, metavar="PX", help="how wide a picture is in pixels, else 400"
    )
    figure.add_argument(
        "--view",
        choices=("side", "front"),
        default="",
        help="from where it is seen; else from where it is clearest",
    )
    figure.add_argument("--theme", choices=("light", "dark"), default="light")


def _add_keeping(commands: _Commands) -> None:
    backup = commands.add_parser("backup", help="write a checked copy of the whole log", allow_abbrev=False)
    backup.add_argument(
        "out", type=Path, nargs="?", metavar="OUT", help="a file or folder; else among the other backups"
    )
    restore = commands.add_parser("restore", help="put a backup in the log's place", allow_abbrev=False)
    restore.add_argument("file", type=Path, metavar="FILE")
    commands.add_parser("doctor", help="check the log, the sound and the files", allow_abbrev=False)
