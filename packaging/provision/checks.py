"""What `test` runs: every lint step, then the tests."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from provision.environment import Environment
from provision.screen import has_screen, virtual_screen


class Step(NamedTuple):
    """One check: its name, the arguments of the environment's Python, and what it needs to be told."""

    name: str
    arguments: tuple[str, ...]
    variables: Mapping[str, str] = {}


LINT_STEPS = (
    Step("ruff check", ("-m", "ruff", "check", "--quiet", ".")),
    Step("ruff format", ("-m", "ruff", "format", "--quiet", "--check", ".")),
    Step("mypy, the program", ("-m", "mypy")),
    Step(
        "mypy, the packaging",
        (
            *("-m", "mypy", "-p", "provision", "-m", "bootstrap"),
            *("-m", "evidence_table", "-m", "gallery", "-m", "lock"),
        ),
        {"MYPYPATH": "packaging"},
    ),
    Step("import layers", ("-c", "from importlinter.cli import lint_imports_command as lint; lint()")),
)


def run_lint(environment: Environment, say: Callable[[str], None], steps: Sequence[Step] = LINT_STEPS) -> int:
    """Runs every step, shows what each has against the code, and answers the first bad status, or 0."""
    first_bad = 0
    for step in steps:
        done = subprocess.run(
            [environment.python, *step.arguments],
            cwd=environment.checkout,
            env={**os.environ, **step.variables},
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        say(f"{step.name}: {'fine' if done.returncode == 0 else 'failed'}")
        if done.returncode != 0:
            sys.stdout.write(done.stdout)
            sys.stdout.flush()
            first_bad = first_bad or done.returncode
    return first_bad


def run_tests(environment: Environment, arguments: Sequence[str], say: Callable[[str], None]) -> int:
    """Runs pytest, on a virtual screen where there is none, and answers its status."""
    with ExitStack() as stack:
        variables = dict(os.environ)
        if not variables.get("XDG_RUNTIME_DIR"):
            # Qt warns without one, and a sound server wants it.
            variables["XDG_RUNTIME_DIR"] = stack.enter_context(
                tempfile.TemporaryDirectory(prefix="stride-test-")
            )
        if not has_screen(variables, sys.platform):
            display = stack.enter_context(virtual_screen())
            variables.update(screen_variables(variables, display))
            say(
                f"Virtual screen {display}"
                if display
                else "No virtual screen can be had: windows are drawn unseen"
            )
        say("pytest")
        return subprocess.run(
            pytest_command(environment.python, arguments),
            cwd=environment.checkout,
            env=variables,
            check=False,
            stdin=subprocess.DEVNULL,
        ).returncode


def screen_variables(variables: Mapping[str, str], display: str | None) -> dict[str, str]:
    """What the tests are told of their screen; Qt's platform stays their choice unless there is none."""
    if display:
        return {"DISPLAY": display}
    return {} if variables.get("QT_QPA_PLATFORM") else {"QT_QPA_PLATFORM": "offscreen"}


def pytest_command(python: Path, arguments: Sequence[str]) -> list[str]:
    """The environment's pytest, with all that the user said."""
    return [str(python), "-m", "pytest", *arguments]
