"""Makes `packaging/` importable (it is no package and must never be one); hands out a stand-in computer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT / "packaging"))

from provision.machine import Result  # noqa: E402

Answer = Callable[[list[str]], Result]


def all_well(_command: list[str]) -> Result:
    return Result(0, "")


class StandInMachine:
    """A computer that has what it is given, and remembers what it was asked to run."""

    def __init__(
        self,
        lacks_libraries: Sequence[str] = (),
        lacks_programs: Sequence[str] = ("sudo",),
        lacks_modules: Sequence[str] = (),
        root: bool = False,
        answer: Answer = all_well,
    ) -> None:
        self.lacks = {*lacks_libraries, *lacks_programs, *lacks_modules}
        self.root = root
        self.answer = answer
        self.commands: list[list[str]] = []

    def can_load(self, library: str) -> bool:
        return library not in self.lacks

    def find_program(self, name: str) -> str | None:
        return None if name in self.lacks else f"/usr/bin/{name}"

    def has_module(self, name: str) -> bool:
        return name not in self.lacks

    def is_root(self) -> bool:
        return self.root

    def run(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> Result:
        self.commands.append(list(command))
        return self.answer(list(command))


@pytest.fixture
def checkout() -> Path:
    """The checkout that these tests stand in."""
    return CHECKOUT


@pytest.fixture
def make_machine() -> type[StandInMachine]:
    return StandInMachine


@pytest.fixture
def small_checkout(tmp_path: Path) -> Path:
    """A folder that looks like a checkout to the bootstrap: two short lock files and nothing else."""
    folder = tmp_path / "a checkout"
    (folder / "packaging").mkdir(parents=True)
    (folder / "packaging" / "requirements.lock").write_text("one==1\n")
    (folder / "packaging" / "requirements-test.lock").write_text("two==2\n")
    return folder
