"""The steps of *What hurts?*, for screenshots and tests that walk through it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from trainer.ui.hurts.dialog import HurtsDialog
from trainer.ui.main_window import MainWindow


def press(button: object) -> None:
    """Clicks with the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def opened(window: MainWindow) -> HurtsDialog:
    """The dialog, opened by its menu entry."""
    action = window.actions_by_id.get("hurts")
    assert action is not None
    action.trigger()
    return [one for one in window.findChildren(HurtsDialog) if one.isVisible()][-1]


def tell(
    dialog: HurtsDialog,
    place: str,
    side: str = "left",
    *,
    feeling: str = "pain",
    level: int = 2,
    since: str = "weeks",
) -> None:
    """Goes as far as the questions."""
    press(dialog.where.places.chips[place])
    if side:
        press(dialog.where.sides.button(side))
    press(dialog.next_button)
    press(dialog.how.feelings.button(feeling))
    press(dialog.how.levels.chips[str(level)])
    press(dialog.how.since.chips[since])
    press(dialog.next_button)


def answer(dialog: HurtsDialog, flags: Iterable[str] = ()) -> None:
    """Ticks these, or *None of these*, and goes on."""
    assert dialog.questions is not None
    ticked = list(flags)
    for flag in ticked:
        press(dialog.questions.rows[flag].box)
    if not ticked:
        press(dialog.questions.none.box)
    press(dialog.next_button)


def hurts_views(window: MainWindow) -> list[tuple[str, Callable[[], None]]]:
    """Name and way of each step."""

    def where() -> None:
        dialog = opened(window)
        press(dialog.where.places.chips["shin"])
        press(dialog.where.sides.button("left"))

    def again() -> None:
        dialog = opened(window)
        for place, flags in (("achilles", ()), ("calf", ("calf-one-leg",))):
            tell(dialog, place)
            answer(dialog, flags)
            dialog.reject()
            dialog = opened(window)

    def how() -> None:
        dialog = opened(window)
        tell(dialog, "achilles")
        press(dialog.back_button)

    def questions() -> None:
        tell(opened(window), "knee-front")

    def routine(place: str, feeling: str = "pain", level: int = 2) -> None:
        dialog = opened(window)
        tell(dialog, place, feeling=feeling, level=level)
        answer(dialog)

    def page(flag: str) -> None:
        dialog = opened(window)
        tell(dialog, "calf")
        answer(dialog, [flag])

    return [
        ("hurts-where", where),
        ("hurts-how", how),
        ("hurts-again", again),
        ("hurts-questions", questions),
        ("hurts-routine", partial(routine, "achilles")),
        ("hurts-tight", partial(routine, "hamstring", "tightness")),
        ("hurts-sore", partial(routine, "hamstring", "soreness", 5)),
        ("hurts-emergency", partial(page, "leg-and-breath")),
        ("hurts-today", partial(page, "calf-one-leg")),
        ("hurts-soon", partial(page, "night-or-rest")),
    ]
