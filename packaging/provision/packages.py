"""Making the virtual environment, and installing a lock into it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from provision.environment import Environment
from provision.failure import Failure
from provision.machine import Machine

PIP_OPTIONS = (
    "--quiet",
    "--disable-pip-version-check",
    "--no-input",
    "--retries=2",
    "--only-binary=:all:",
    "--require-hashes",
)
CAUSES = (
    (
        ("DO NOT MATCH THE HASHES",),
        "A fetched package is not the one that is locked; it was not installed. Run this again later.",
    ),
    (
        ("No space left on device",),
        "The disk is full: the packages need about 600 MB. Make room, then run this again.",
    ),
    (
        ("Permission denied", "Read-only file system"),
        "The folder .venv beside the program cannot be written. Run this as its owner.",
    ),
    (
        (
            "Connection",
            "connection",
            "name resolution",
            "Max retries",
            "Proxy",
            "timed out",
            "unreachable",
            "SSL",
        ),
        "The packages could not be fetched: no connection. Connect to the network, then run this again.",
    ),
    (
        ("No matching distribution",),
        "Not every package is made for this Python (3.11 to 3.14 is needed) and this system (64-bit).",
    ),
)


def make(environment: Environment, machine: Machine) -> None:
    """Makes the environment anew; raises `Failure`, or `OSError` when it cannot be written."""
    if Path(sys.prefix) == environment.folder:
        raise Failure("The Python of .venv cannot replace itself. Start this with the system's Python.")
    result = machine.run([sys.executable, "-m", "venv", "--clear", str(environment.folder)])
    if result.status != 0:
        raise Failure(
            f"No virtual environment could be made in {environment.folder}; the reason stands below.",
            result.output,
        )
    _put_checkout_on_path(environment)
    environment.mark_made()


def install(environment: Environment, name: str, machine: Machine) -> None:
    """Installs the lock called `name`, hashes checked; raises `Failure`, or `OSError` like `make`."""
    environment.mark_unready(name)
    # Killed in here, pip may leave half a package that it takes for a whole one: then all is made anew.
    environment.mark_unmade()
    result = machine.run(
        [str(environment.python), "-m", "pip", "install", *PIP_OPTIONS, "-r", str(environment.lock(name))]
    )
    environment.mark_made()
    if result.status != 0:
        raise Failure(reason(result.output), result.output)
    environment.mark_ready(name)


def reason(output: str) -> str:
    """One sentence for what pip says."""
    for words, sentence in CAUSES:
        if any(word in output for word in words):
            return sentence
    return "The packages could not be installed; pip says why below."


def _put_checkout_on_path(environment: Environment) -> None:
    # Relative, so that the checkout may be moved; last on the path, so that it hides no library.
    for packages in _site_packages(environment.folder):
        line = os.path.relpath(environment.checkout, packages)
        (packages / "checkout.pth").write_text(line + "\n", encoding="utf-8")


def _site_packages(folder: Path) -> Iterable[Path]:
    return [*folder.glob("lib/python3*/site-packages"), *folder.glob("Lib/site-packages")][:1]
