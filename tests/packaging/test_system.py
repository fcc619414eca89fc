from __future__ import annotations

import sys

import pytest
from provision import system
from provision.failure import Failure
from provision.machine import Result

VENV = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def nobody_listens(_line: str) -> None:
    pass


def test_nothing_is_missing_where_all_is_there(make_machine):
    assert system.missing_packages(make_machine(), for_tests=True, for_venv=False) == []


def test_missing_libraries_are_named_as_debian_names_them(make_machine):
    machine = make_machine(lacks_libraries=["libxcb-icccm.so.4", "libEGL.so.1"])
    assert system.missing_packages(machine, for_tests=False, for_venv=False) == ["libegl1", "libxcb-icccm4"]


def test_every_library_has_a_package(make_machine):
    machine = make_machine(lacks_libraries=list(system.WINDOW_LIBRARIES))
    assert system.missing_packages(machine, for_tests=False, for_venv=False) == sorted(
        system.WINDOW_LIBRARIES.values()
    )


def test_only_the_tests_ask_for_test_programs(make_machine):
    machine = make_machine(lacks_programs=["pactl", "parec", "Xvfb"])
    assert system.missing_packages(machine, for_tests=False, for_venv=False) == []
    assert system.missing_packages(machine, for_tests=True, for_venv=False) == ["pulseaudio-utils", "xvfb"]


def test_a_python_without_ensurepip_asks_for_its_own_venv_package(make_machine):
    machine = make_machine(lacks_modules=["ensurepip"])
    assert system.missing_packages(machine, for_tests=False, for_venv=True) == [VENV]
    assert system.missing_packages(machine, for_tests=False, for_venv=False) == []


def test_without_permission_the_exact_line_is_told_and_nothing_is_run(make_machine):
    machine = make_machine(lacks_programs=["sudo"])
    lines: list[str] = []
    with pytest.raises(Failure) as failure:
        system.install(machine, ["libegl1", "libgl1"], lines.append)
    assert "    sudo apt-get update && sudo apt-get install -y libegl1 libgl1\n" in str(failure.value)
    assert (machine.commands, lines) == ([], [])


def test_a_sudo_that_asks_for_a_password_is_no_permission(make_machine):
    machine = make_machine(
        lacks_programs=[], answer=lambda _command: Result(1, "sudo: a password is required")
    )
    with pytest.raises(Failure, match="sudo apt-get install -y libegl1"):
        system.install(machine, ["libegl1"], nobody_listens)
    assert machine.commands == [["sudo", "-n", "true"]]


def test_root_installs_without_questions(make_machine):
    machine = make_machine(root=True)
    system.install(machine, ["libegl1"], nobody_listens)
    assert machine.commands == [
        ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", *system.APT_OPTIONS, "libegl1"]
    ]


def test_a_sudo_without_password_is_used(make_machine):
    machine = make_machine(lacks_programs=[])
    system.install(machine, ["libegl1"], nobody_listens)
    assert machine.commands[-1][:5] == ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]


def test_package_lists_are_fetched_once_when_the_first_try_fails(make_machine):
    told = iter([Result(100, "E: Unable to locate package libegl1"), Result(0, ""), Result(0, "")])
    machine = make_machine(root=True, answer=lambda _command: next(told))
    system.install(machine, ["libegl1"], nobody_listens)
    assert [command[3] for command in machine.commands] == ["install", "update", "install"]


def test_a_failing_apt_is_one_sentence_the_line_and_its_last_words(make_machine):
    machine = make_machine(root=True, answer=lambda _command: Result(100, "E: no mirror was reached"))
    with pytest.raises(Failure) as failure:
        system.install(machine, ["libegl1"], nobody_listens)
    told = str(failure.value)
    assert told.startswith("apt-get could not install the missing system packages.")
    assert "sudo apt-get install -y libegl1" in told
    assert told.endswith("    E: no mirror was reached")


def test_a_system_without_apt_gets_the_names(make_machine):
    machine = make_machine(lacks_programs=["apt-get"], root=True)
    with pytest.raises(Failure, match=r"\(in Debian's names\) are missing: libegl1, libgl1\."):
        system.install(machine, ["libegl1", "libgl1"], nobody_listens)
    assert machine.commands == []
