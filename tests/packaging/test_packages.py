from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from provision import packages
from provision.environment import RUN, Environment, running_python
from provision.failure import TAIL_LINES, Failure
from provision.machine import Result, ThisMachine

NO_NETWORK = """\
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(
Failed to establish a new connection: Temporary failure in name resolution')': /simple/alembic/
ERROR: Could not find a version that satisfies the requirement alembic==1.20.1 (from versions: none)
ERROR: No matching distribution found for alembic==1.20.1
"""


@pytest.mark.parametrize(
    ("output", "beginning"),
    [
        (NO_NETWORK, "The packages could not be fetched: no connection."),
        (
            "ERROR: No matching distribution found for PySide6-Essentials==6.11.3",
            "Not every package is made for this",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "A fetched package is not",
        ),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "The disk is full",
        ),
        (
            "ERROR: [Errno 13] Permission denied: 'x'",
            "The folder .venv beside the program cannot be written.",
        ),
        ("something nobody foresaw", "The packages could not be installed; pip says why below."),
    ],
)
def test_each_trouble_has_its_sentence(output, beginning):
    assert packages.reason(output).startswith(beginning)


@pytest.fixture
def environment(small_checkout) -> Environment:
    made = Environment(small_checkout, running_python())
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    made.mark_made()
    return made


def test_a_lock_is_installed_by_hash_and_marked(environment, make_machine):
    machine = make_machine()
    packages.install(environment, RUN, machine)
    (command,) = machine.commands
    assert command[:4] == [str(environment.python), "-m", "pip", "install"]
    assert "--require-hashes" in command
    assert command[-2:] == ["-r", str(environment.lock(RUN))]
    assert environment.is_ready(RUN)


def test_without_network_it_says_so_and_marks_nothing(environment, make_machine):
    environment.mark_ready(RUN)
    machine = make_machine(answer=lambda _command: Result(1, NO_NETWORK))
    with pytest.raises(Failure) as failure:
        packages.install(environment, RUN, machine)
    assert "Connect to the network, then run this again." in failure.value.sentence
    assert failure.value.tail[-1] == "ERROR: No matching distribution found for alembic==1.20.1"
    assert environment.is_made()
    assert not environment.is_ready(RUN)


def test_an_installation_that_was_killed_makes_all_anew(environment, make_machine):
    def kill(_command: list[str]) -> Result:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        packages.install(environment, RUN, make_machine(answer=kill))
    assert not environment.is_made()


def test_only_the_end_of_a_long_output_is_shown(environment, make_machine):
    output = "\n".join(f"line {number}" for number in range(100))
    with pytest.raises(Failure) as failure:
        packages.install(environment, RUN, make_machine(answer=lambda _command: Result(1, output)))
    assert len(failure.value.tail) == TAIL_LINES
    assert str(failure.value).endswith("    line 99")


def test_a_venv_that_cannot_be_made_is_told_with_its_reason(environment, make_machine):
    machine = make_machine(answer=lambda _command: Result(1, "Error: [Errno 30] Read-only file system"))
    with pytest.raises(Failure) as failure:
        packages.make(environment, machine)
    assert str(environment.folder) in failure.value.sentence
    assert "Read-only file system" in str(failure.value)


@pytest.mark.slow
def test_a_real_environment_finds_the_checkout_even_after_it_was_moved(small_checkout, tmp_path):
    (small_checkout / "trainer.py").write_text("print('found')\n")
    environment = Environment(small_checkout, running_python())
    packages.make(environment, ThisMachine())
    assert environment.is_made()
    assert not environment.is_ready(RUN)
    assert _say_found(environment.python, tmp_path) == "found\n"
    moved = small_checkout.rename(tmp_path / "elsewhere")
    assert _say_found(Environment(moved, running_python()).python, tmp_path) == "found\n"


def _say_found(python: Path, folder: Path) -> str:
    done = subprocess.run([python, "-P", "-m", "trainer"], cwd=folder, capture_output=True, text=True)
    return done.stdout


def test_the_environment_does_not_replace_itself(small_checkout, make_machine):
    environment = Environment(small_checkout, running_python())
    environment.folder = Path(sys.prefix)
    machine = make_machine()
    with pytest.raises(Failure, match="cannot replace itself"):
        packages.make(environment, machine)
    assert machine.commands == []
