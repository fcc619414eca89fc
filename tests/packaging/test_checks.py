from __future__ import annotations

import re
import socket
import sys
from pathlib import Path

import pytest
from provision.checks import LINT_STEPS, Step, pytest_command, run_lint, screen_variables
from provision.environment import Environment, running_python
from provision.screen import has_screen, virtual_screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="virtual screens are made on Linux alone")


@pytest.mark.parametrize(
    ("variables", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_where_a_screen_is(variables, platform, there):
    assert has_screen(variables, platform) is there


def test_the_virtual_screen_is_there_and_goes():
    with virtual_screen() as display:
        assert display is not None
        assert re.fullmatch(r":\d+", display)
        assert answers(display)
    assert not answers(display)


def answers(display: str) -> bool:
    """Whether a server listens where X servers do."""
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(f"/tmp/.X11-unix/X{display[1:]}") == 0  # noqa: S108


def test_a_server_that_dies_at_once_is_no_screen():
    with virtual_screen("/bin/false") as display:
        assert display is None


@pytest.mark.parametrize(
    ("variables", "display", "told"),
    [
        ({}, ":7", {"DISPLAY": ":7"}),
        ({"QT_QPA_PLATFORM": "minimal"}, ":7", {"DISPLAY": ":7"}),
        ({}, None, {"QT_QPA_PLATFORM": "offscreen"}),
        ({"QT_QPA_PLATFORM": "minimal"}, None, {}),
    ],
)
def test_the_platform_is_chosen_only_where_nobody_else_can(variables, display, told):
    assert screen_variables(variables, display) == told


def test_everything_after_test_goes_to_pytest():
    assert pytest_command(Path("python"), ["-x", "tests/domain"]) == [
        "python",
        "-m",
        "pytest",
        "-x",
        "tests/domain",
    ]


@pytest.fixture
def environment(small_checkout) -> Environment:
    found = Environment(small_checkout, running_python())
    found.python.parent.mkdir(parents=True)
    found.python.symlink_to(sys.executable)
    return found


def test_all_steps_run_and_the_first_bad_status_is_told(environment, capfd):
    steps = (
        Step("good", ("-c", "")),
        Step("bad", ("-c", "print('what is wrong'); raise SystemExit(5)")),
        Step("worse", ("-c", "raise SystemExit(6)")),
        Step("told", ("-c", "import os; raise SystemExit(os.environ['WORD'] != 'yes')"), {"WORD": "yes"}),
    )
    lines: list[str] = []
    assert run_lint(environment, lines.append, steps) == 5
    assert lines == ["good: fine", "bad: failed", "worse: failed", "told: fine"]
    assert "what is wrong" in capfd.readouterr().out


def test_the_steps_stand_in_their_order():
    assert [step.name.split(",")[0] for step in LINT_STEPS] == [
        "ruff check",
        "ruff format",
        "mypy",
        "mypy",
        "import layers",
    ]
