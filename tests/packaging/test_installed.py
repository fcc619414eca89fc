"""The Qt binding at hand is the one that is sound on the running Python."""

from __future__ import annotations

import sys
from importlib.metadata import version

from PySide6.QtCore import QObject

CALLS = 500  # few enough that a bad binding is caught before it aborts


def test_the_installed_binding_fits_the_running_python():
    wanted = "6.11.3" if sys.version_info < (3, 12) else "6.12.0"
    assert version("PySide6-Essentials") == wanted
    assert version("shiboken6") == wanted


def test_calls_without_a_result_leave_the_references_to_none_alone():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
