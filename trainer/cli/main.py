"""One command from its arguments to its exit status."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from trainer.cli.arguments import parser
from trainer.cli.surroundings import Surroundings
from trainer.errors import TrainerError, UsageError
from trainer.log import start_log, stop_log
from trainer.paths import paths_for, refuse_unusable
from trainer.services.clock import SystemClock

OK = 0
FAILED = 1
USAGE = 2
INTERRUPTED = 130

Command = Callable[[argparse.Namespace, Surroundings], int]

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None, find: Callable[[str], Command] | None = None) -> int:
    """Runs a command and returns its exit status; a wrong command line leaves through SystemExit(2).

    `find` gives the command of a name, by default one of ours.
    """
    _speak_utf8()
    asked = _parsed(arguments)
    around = Surroundings(paths_for(asked.data_dir), SystemClock())
    handler = start_log(around.paths.log_file, logging.WARNING)
    try:
        return _guarded(asked, around, find or _command)
    finally:
        stop_log(handler)


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The arguments; help and version leave through SystemExit(0), quietly where nobody reads them."""
    try:
        return parser().parse_args(arguments)
    except SystemExit:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            _forget_output()
        raise


def _forget_output() -> None:
    """Lets what nobody reads go nowhere; else Python complains when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _guarded(asked: argparse.Namespace, around: Surroundings, find: Callable[[str], Command]) -> int:
    try:
        refuse_unusable(around.paths.data)
        status = find(asked.command)(asked, around)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except UsageError as error:
        print(error, file=sys.stderr)
        return USAGE
    except TrainerError as error:
        print(error, file=sys.stderr)
        return FAILED
    except Exception:
        log.exception("the command %s broke", asked.command)
        print(_fault_told(around.paths.log_file), file=sys.stderr)
        return FAILED
    return status


def _fault_told(log_file: Path) -> str:
    """Points to the log only where there is one: its place may refuse to be written."""
    if os.path.isfile(log_file):  # noqa: PTH113 -- of Path, it would raise in a folder that cannot be read
        return f"Something in Stride Trainer broke; what it was stands in {log_file}."
    return f"Something in Stride Trainer broke, and {log_file} cannot be written to say what it was."


def _command(name: str) -> Command:
    """What a command does. Start-up saving: each imports what it needs, and only that."""
    command: Command
    match name:
        case "export":
            from trainer.cli.exporting import export as command
        case "import":
            from trainer.cli.importing import import_file as command
        case "backup":
            from trainer.cli.keeping import backup as command
        case "restore":
            from trainer.cli.keeping import restore as command
        case "doctor":
            from trainer.cli.examining import doctor as command
        case other:
            command = _showing(other)
    return command


def _showing(name: str) -> Command:
    """The same for those that show content."""
    command: Command
    match name:
        case "exercises":
            from trainer.cli.listing import exercises as command
        case "workouts":
            from trainer.cli.listing import workouts as command
        case "rehearse":
            from trainer.cli.rehearsing import rehearse as command
        case "plan":
            from trainer.cli.planning import plan as command
        case "figure":
            from trainer.cli.drawing import figure as command
        case other:
            raise AssertionError(f"no command {other}")
    return command


def _speak_utf8() -> None:
    """What is piped is UTF-8 on every platform; a console is told in what it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
