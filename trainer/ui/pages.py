"""What the main window knows of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from trainer.ui.theme import Theme

TODAY, LIBRARY, PLANS = "today", "library", "plans"
HISTORY, LEARN, SETTINGS = "history", "learn", "settings"


class Act(StrEnum):
    """What the menu can do with the exercise that is chosen in the library, or is about to be made."""

    NEW = "new"
    STAR = "star"
    ADD = "add"
    OWN = "own"
    EDIT = "edit"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page: its name in the side bar, its icon, and how it is made when it is first visited."""

    id: str
    label: str
    icon: str
    make: Callable[[], QWidget]
    at_bottom: bool = False


@runtime_checkable
class Themed(Protocol):
    """A page that paints with colours that are not in the palette (phases, the figure)."""

    def set_theme(self, theme: Theme) -> None:
        """Takes the theme that is now on."""


@runtime_checkable
class Searchable(Protocol):
    """A page that Ctrl+F has something to do on."""

    def focus_search(self) -> None:
        """Puts the cursor into the page's search field."""


@runtime_checkable
class ShowsExercises(Protocol):
    """A page that can open one exercise."""

    def show_exercise(self, exercise_id: str) -> None:
        """Opens the exercise."""


@runtime_checkable
class Acts(Protocol):
    """A page that can do something with the exercise that is chosen on it."""

    def do(self, act: Act) -> None:
        """Does it, or says what to do first."""


@runtime_checkable
class Revisited(Protocol):
    """A page that wants to know when it comes to the front."""

    def on_shown(self) -> None:
        """Takes the keyboard, and looks again at what may have changed."""
