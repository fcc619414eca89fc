"""What no tracked file may say: where packages come from, and where somebody's checkout lies."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

# Spelled with brackets, so that this file does not say them either.
INDEX_HOSTS = re.compile(
    rb"[p]ypi\.org|[p]ythonhosted|[d]eb\.debian\.org|[r]egistry\.npmjs|[c]rates\.io|[r]ubygems\.org|--[e]xtra-index-url",
    re.IGNORECASE,
)
MACHINE_PATHS = re.compile(rb"(?<![\w.])/(?:[w]ork|[r]oot|[U]sers|[h]ome)/\w|[A-Z]:\\[U]sers\\")


@pytest.fixture(scope="module")
def tracked_files() -> list[Path]:
    checkout = Path(__file__).resolve().parents[2]
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=checkout, capture_output=True, check=True
    ).stdout
    return [
        checkout / name.decode()
        for name in listed.split(b"\0")
        if name and (checkout / name.decode()).is_file()
    ]


@pytest.mark.parametrize("forbidden", [INDEX_HOSTS, MACHINE_PATHS], ids=["index hosts", "machine paths"])
def test_no_tracked_file_names(tracked_files, forbidden):
    assert len(tracked_files) > 10
    found = {
        str(path): match.group() for path in tracked_files if (match := forbidden.search(path.read_bytes()))
    }
    assert found == {}


@pytest.mark.parametrize(
    "text", [b"see https://" + b"py" + b"pi.org/simple", b"files.python" + b"hosted.org"]
)
def test_the_search_finds_a_host(text):
    assert INDEX_HOSTS.search(text)


@pytest.mark.parametrize("text", [b"cd /ho" + b"me/ann/stride", b"C:\\Us" + b"ers\\ann", b'"/ro' + b'ot/x"'])
def test_the_search_finds_a_machine_path(text):
    assert MACHINE_PATHS.search(text)


def test_packaging_is_no_python_package(tracked_files):
    # It would hide the library of that name.
    assert not [path for path in tracked_files if path.parts[-2:] == ("packaging", "__init__.py")]


def test_the_gate_runs_the_command_of_the_readme(checkout):
    gate = checkout / ".ci" / "run"
    assert gate.stat().st_mode & 0o111
    assert "python3 packaging/bootstrap.py test" in gate.read_text()
    readme = (checkout / "README.md").read_text()
    assert "python3 packaging/bootstrap.py run\n" in readme
    assert "python3 packaging/bootstrap.py test\n" in readme


def test_contributing_begins_with_the_architecture(checkout):
    assert "docs/architecture.md" in (checkout / "CONTRIBUTING.md").read_text().splitlines()[0]


def test_the_readme_names_every_command_of_the_program(checkout):
    told = subprocess.run(
        [sys.executable, "-m", "trainer", "--help"], cwd=checkout, capture_output=True, text=True
    )
    commands = re.findall(r"^    (\w+)  ", told.stdout, re.MULTILINE)
    documented = re.findall(r"^\| `(\w+)", (checkout / "README.md").read_text(), re.MULTILINE)
    assert commands
    assert sorted(documented) == sorted(commands)
