from __future__ import annotations

import pytest
from provision.environment import RUN, TEST, Environment
from provision.failure import Failure
from provision.preparation import DOING, prepare


def ready_environment(small_checkout) -> Environment:
    environment = Environment(small_checkout, "cpython-311 linux")
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    environment.mark_made()
    environment.mark_ready(RUN)
    environment.mark_ready(TEST)
    return environment


def test_a_fresh_checkout_goes_through_every_step_in_order(small_checkout, make_machine):
    environment = Environment(small_checkout, "cpython-311 linux")
    lines: list[str] = []
    machine = make_machine(lacks_libraries=["libEGL.so.1"], root=True)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    prepare(environment, machine, lines.append, "linux", for_tests=True)
    assert lines == [
        "Installing system packages: libegl1",
        f"Making the virtual environment {environment.folder}",
        DOING[RUN],
        DOING[TEST],
    ]
    tools = ["apt-get" if "apt-get" in command else command[2] for command in machine.commands]
    assert tools == ["apt-get", "venv", "pip", "pip"]


def test_a_ready_checkout_does_nothing_and_says_nothing(small_checkout, make_machine):
    lines: list[str] = []
    machine = make_machine()
    prepare(ready_environment(small_checkout), machine, lines.append, "linux", for_tests=True)
    assert (lines, machine.commands) == ([], [])


def test_what_only_tests_need_is_not_fetched_to_run(small_checkout, make_machine):
    environment = ready_environment(small_checkout)
    environment.mark_unready(TEST)
    machine = make_machine(lacks_programs=["Xvfb"])
    prepare(environment, machine, lambda _line: None, "linux")
    assert machine.commands == []


def test_elsewhere_than_on_linux_no_library_is_asked_for(small_checkout, make_machine):
    machine = make_machine(lacks_libraries=["libEGL.so.1"])
    prepare(ready_environment(small_checkout), machine, lambda _line: None, "darwin", for_tests=True)
    assert machine.commands == []


def test_an_environment_that_cannot_be_written_is_one_sentence(small_checkout, make_machine):
    environment = ready_environment(small_checkout)
    stamp = environment.folder / "requirements.stamp"
    stamp.unlink()
    stamp.mkdir()
    with pytest.raises(Failure, match=r"\.venv cannot be written: "):
        prepare(environment, make_machine(), lambda _line: None, "linux")
