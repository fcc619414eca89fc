"""The bootstrap's command line. A second `run` imports nothing but this and `environment`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from provision.environment import RUN, Environment, running_python

CHECKOUT = Path(__file__).resolve().parent.parent.parent
USAGE = """\
usage: bootstrap.py run [arguments of the program]
       bootstrap.py test [arguments of pytest]
"""


def main(arguments: Sequence[str]) -> int:
    """Does what the command line says; answers the exit status where no program took over."""
    fill_closed_streams()
    try:
        return _obey(arguments)
    except KeyboardInterrupt:
        say("Stopped; the same command goes on from here.")
        return 130


def _obey(arguments: Sequence[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    environment = Environment(CHECKOUT, running_python())
    if command == "run":
        if not environment.is_ready(RUN):
            status = _prepare(environment, for_tests=False)
            if status != 0:
                return status
        return start(program_command(environment.python, rest), program_variables(os.environ))
    if command == "test":
        return _prepare(environment, for_tests=True) or _test(environment, rest)
    wanted = command in ("-h", "--help", "help")
    (sys.stdout if wanted else sys.stderr).write(USAGE)
    return 0 if wanted else 2


def program_command(python: Path, arguments: Sequence[str]) -> list[str]:
    """The program, with all that the user said."""
    return [str(python), "-m", "trainer", *arguments]


def program_variables(variables: Mapping[str, str]) -> dict[str, str]:
    """The user's variables; nothing is imported from the folder that the user happens to stand in."""
    return {**variables, "PYTHONSAFEPATH": "1"}


def start(command: Sequence[str], variables: Mapping[str, str]) -> int:
    """Becomes the program; on Windows, which cannot, waits for it and answers its status."""
    if os.name == "posix":
        os.execve(command[0], list(command), dict(variables))  # noqa: S606
    import subprocess  # a start-up saving: only Windows needs it

    return subprocess.run(command, env=variables, check=False).returncode


def fill_closed_streams() -> None:
    """Opens the null device for each closed standard stream, so that no other file takes its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)


def say(line: str) -> None:
    """A progress line; the standard output stays the program's."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def _prepare(environment: Environment, for_tests: bool) -> int:
    # A start-up saving: a second `run` needs none of this.
    from provision.failure import Failure
    from provision.machine import ThisMachine
    from provision.preparation import prepare

    try:
        prepare(environment, ThisMachine(), say, sys.platform, for_tests=for_tests)
    except Failure as failure:
        say(str(failure))
        return 1
    return 0


def _test(environment: Environment, arguments: Sequence[str]) -> int:
    # A start-up saving: a second `run` needs none of this.
    import signal

    from provision.checks import run_lint, run_tests

    # Ended from outside, leave neither pytest nor a screen behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    return run_lint(environment, say) or run_tests(environment, arguments, say)
