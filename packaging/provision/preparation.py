"""Everything between a fresh checkout and a ready one, a progress line for each step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from provision import packages, system
from provision.environment import RUN, TEST, Environment
from provision.failure import Failure
from provision.machine import Machine

DOING = {
    RUN: "Fetching the packages and checking them (about 100 MB, once)",
    TEST: "Fetching the packages for the tests and checking them (once)",
}


def prepare(
    environment: Environment,
    machine: Machine,
    say: Callable[[str], None],
    platform: str,
    for_tests: bool = False,
) -> None:
    """Makes `environment` ready to run, or also to test; what is there is left alone. Raises `Failure`."""
    if platform.startswith("linux"):
        missing = system.missing_packages(machine, for_tests, for_venv=not environment.is_made())
        if missing:
            system.install(machine, missing, say)
    try:
        _fill(environment, machine, say, (RUN, TEST) if for_tests else (RUN,))
    except OSError as error:
        raise Failure(f"{environment.folder} cannot be written: {error.strerror}.") from error


def _fill(
    environment: Environment, machine: Machine, say: Callable[[str], None], names: Sequence[str]
) -> None:
    if not environment.is_made():
        say(f"Making the virtual environment {environment.folder}")
        packages.make(environment, machine)
    for name in names:
        if not environment.is_ready(name):
            say(DOING[name])
            packages.install(environment, name, machine)
