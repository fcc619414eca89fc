"""What the locks promise: every file by its hash, no address, one version for every system and Python."""

from __future__ import annotations

import re
import tomllib
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[2]
RUN_LOCK = CHECKOUT / "packaging" / "requirements.lock"
TEST_LOCK = CHECKOUT / "packaging" / "requirements-test.lock"
PYTHONS = ("3.11.0", "3.12.0", "3.13.0", "3.14.0")
SYSTEMS = (("linux", "Linux"), ("win32", "Windows"), ("darwin", "Darwin"))


class Pin(NamedTuple):
    requirement: Requirement
    hashes: list[str]


def read_pins(lock: Path) -> list[Pin]:
    lines = lock.read_text().replace("\\\n", " ").splitlines()
    entries = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return [
        Pin(Requirement(entry.split("--hash")[0]), re.findall(r"--hash=(\S+)", entry)) for entry in entries
    ]


def pins_by_name(lock: Path, surroundings: dict[str, str]) -> dict[str, list[str]]:
    """Versions by package name, as they apply in the given surroundings."""
    found: dict[str, list[str]] = {}
    for requirement, _hashes in read_pins(lock):
        if requirement.marker is None or requirement.marker.evaluate(surroundings):
            (version,) = requirement.specifier
            found.setdefault(canonicalize_name(requirement.name), []).append(version.version)
    return found


def surroundings(python: str, system: tuple[str, str]) -> dict[str, str]:
    return {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": system[0],
        "platform_system": system[1],
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


EVERYWHERE = [surroundings(*both) for both in product(PYTHONS, SYSTEMS)]


def named_in_pyproject(table: str) -> list[Requirement]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    names = project["project"]["dependencies"] if table == "run" else project["dependency-groups"]["dev"]
    return [Requirement(name) for name in names]


@pytest.mark.parametrize("lock", [RUN_LOCK, TEST_LOCK], ids=lambda lock: lock.name)
def test_every_entry_is_one_version_with_hashes(lock):
    pins = read_pins(lock)
    assert pins
    for requirement, hashes in pins:
        assert [bound.operator for bound in requirement.specifier] == ["=="], requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in hashes), requirement


@pytest.mark.parametrize("lock", [RUN_LOCK, TEST_LOCK], ids=lambda lock: lock.name)
def test_no_address_stands_in_a_lock(lock):
    text = lock.read_text()
    assert "http" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)
    assert not re.search(r"\s/\w", text)


@pytest.mark.parametrize("lock", [RUN_LOCK, TEST_LOCK], ids=lambda lock: lock.name)
@pytest.mark.parametrize(
    "where", EVERYWHERE, ids=lambda where: f"{where['python_version']}-{where['sys_platform']}"
)
def test_a_package_has_one_version_wherever_it_is_installed(lock, where):
    doubled = {name: versions for name, versions in pins_by_name(lock, where).items() if len(versions) != 1}
    assert doubled == {}


@pytest.mark.parametrize(
    "where", EVERYWHERE, ids=lambda where: f"{where['python_version']}-{where['sys_platform']}"
)
def test_all_that_pyproject_asks_for_is_locked_as_it_asks(where):
    for table, lock in (("run", RUN_LOCK), ("test", TEST_LOCK)):
        pins = pins_by_name(lock, where)
        for wanted in named_in_pyproject(table):
            if wanted.marker is None or wanted.marker.evaluate(where):
                (version,) = pins[canonicalize_name(wanted.name)]
                assert wanted.specifier.contains(version), (wanted, version)


@pytest.mark.parametrize(
    "where", EVERYWHERE, ids=lambda where: f"{where['python_version']}-{where['sys_platform']}"
)
def test_what_both_locks_name_has_the_same_version(where):
    run, test = pins_by_name(RUN_LOCK, where), pins_by_name(TEST_LOCK, where)
    assert {name: run[name] for name in run.keys() & test.keys()} == {
        name: test[name] for name in run.keys() & test.keys()
    }


@pytest.mark.parametrize(
    ("python", "version"),
    [("3.11.0", "6.11.3"), ("3.11.14", "6.11.3"), ("3.12.0", "6.12.0"), ("3.14.0", "6.12.0")],
)
def test_the_qt_binding_is_the_sound_one_for_each_python(python, version):
    for system in SYSTEMS:
        pins = pins_by_name(RUN_LOCK, surroundings(python, system))
        assert pins["pyside6-essentials"] == [version]
        assert pins["shiboken6"] == [version]


def test_no_other_part_of_the_qt_binding_is_locked():
    named = {canonicalize_name(pin.requirement.name) for pin in read_pins(RUN_LOCK)}
    assert {name for name in named if name.startswith("pyside6")} == {"pyside6-essentials"}
