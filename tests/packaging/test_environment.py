from __future__ import annotations

from pathlib import Path

import pytest
from provision.environment import RUN, TEST, Environment


@pytest.fixture
def environment(small_checkout) -> Environment:
    """An environment with its Python, nothing installed yet."""
    made = Environment(small_checkout, "cpython-311 linux")
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    made.mark_made()
    return made


def test_nothing_is_ready_in_a_fresh_checkout(small_checkout):
    fresh = Environment(small_checkout, "cpython-311 linux")
    assert not fresh.is_made()
    assert not fresh.is_ready(RUN)


def test_a_mark_says_which_lock_is_installed(environment):
    environment.mark_ready(RUN)
    assert environment.is_ready(RUN)
    assert not environment.is_ready(TEST)


@pytest.mark.parametrize("name", [RUN, TEST])
def test_a_changed_lock_is_to_be_installed_again(environment, name):
    environment.mark_ready(name)
    environment.lock(name).write_text("one==1.1\n")
    assert not environment.is_ready(name)
    assert environment.is_made()


def test_another_python_makes_the_environment_anew(environment):
    environment.mark_ready(RUN)
    newer = Environment(environment.checkout, "cpython-313 linux")
    assert not newer.is_made()
    assert not newer.is_ready(RUN)


def test_an_environment_whose_python_went_is_not_ready(environment):
    environment.mark_ready(RUN)
    environment.python.unlink()
    assert not environment.is_made()
    assert not environment.is_ready(RUN)


def test_a_mark_can_be_taken_back_also_when_there_is_none(environment):
    environment.mark_ready(RUN)
    environment.mark_unready(RUN)
    environment.mark_unready(TEST)
    assert not environment.is_ready(RUN)


@pytest.mark.parametrize("damage", [b"", b"cpython", b"\xff\xfe\x00"])
def test_a_damaged_mark_is_no_mark(environment, damage):
    environment.mark_ready(RUN)
    for stamp in Path(environment.folder).glob("*.stamp"):
        stamp.write_bytes(damage)
    assert not environment.is_made()
    assert not environment.is_ready(RUN)
