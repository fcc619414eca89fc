"""An athlete at the window: clicks what is to be seen, trains, lets days pass, and reads what is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.domain.workout import Workout
from trainer.engine.timeline import StepKind
from trainer.ui.hurts.dialog import HurtsDialog
from trainer.ui.library.page import LibraryPage
from trainer.ui.plans.entry_dialog import EntryDialog
from trainer.ui.plans.page import CALENDAR_VIEW, PLANS_VIEW, PlansPage
from trainer.ui.plans.start_dialog import StartDialog
from trainer.ui.session.page import SessionPage
from trainer.ui.settings.page import SettingsPage
from trainer.ui.settings.rows import SeveralControl
from trainer.ui.today.intake_dialog import IntakeDialog
from trainer.ui.today.item_row import ItemRow
from trainer.ui.today.page import TodayPage
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.fields import ChipChoice
from trainer.ui.widgets.scale import MOST, Scale
from trainer.ui.widgets.text import Words
from trainer.ui.widgets.why_list import WhyList

if TYPE_CHECKING:
    from tests.e2e.conftest import Program, Start

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
MORNING_H = 7
TICK_S = 1.5
"""Session time that passes at once: below the gap that the player takes for sleep."""


class Athlete:
    """Works the program through its window alone."""

    def __init__(self, start: Start, data: Path, clock: FakeClock, qtbot: QtBot) -> None:
        self._start, self.data, self.clock, self.qtbot = start, data, clock, qtbot
        self.clicks = 0
        self.program: Program = start(data, clock)
        self._come_to_front()

    # -- the program ----------------------------------------------------------------------------------

    @property
    def today(self) -> TodayPage:
        return self.program.today

    @property
    def session(self) -> SessionPage:
        return self.program.session

    @property
    def training(self) -> bool:
        return self.program.window.covered

    @property
    def day(self) -> date:
        return self._now.date()

    @property
    def said(self) -> str:
        """What the foot of the window said last."""
        return self.program.window.toast.words.text()

    def close(self) -> None:
        self.program.window.close()

    def restart(self) -> None:
        """Closes the program and opens it again on the same data."""
        self.close()
        self.program = self._start(self.data, self.clock)
        self._come_to_front()

    def go_to(self, page_id: str) -> QWidget:
        """Goes to a page by the keys of its menu."""
        window = self.program.window
        key = {
            "today": Key.Key_1,
            "library": Key.Key_2,
            "plans": Key.Key_3,
            "history": Key.Key_4,
            "settings": Key.Key_Comma,
        }
        self._come_to_front()
        QTest.keyClick(window, key[page_id], CTRL)
        assert window.page_id == page_id
        page = window.page(page_id)
        assert page is not None
        return page

    @property
    def plans(self) -> PlansPage:
        page = self.go_to("plans")
        assert isinstance(page, PlansPage)
        return page

    @property
    def calendar(self) -> PlansPage:
        """The plans page with its calendar in front."""
        page = self.plans
        self.click(page.views.button(CALENDAR_VIEW))
        return page

    def start_plan(self, plan_id: str, *weekdays: int) -> None:
        """Starts a plan on these ISO weekdays, or those that are proposed; answers what is asked before."""
        page = self.plans
        self.click(page.views.button(PLANS_VIEW))
        self.click(next(card for card in page.shelf.cards if card.plan.id == plan_id).open_button)
        assert page.detail is not None
        self.click(page.detail.start_button)
        dialog = self.dialog()
        assert isinstance(dialog, StartDialog)
        for day in set(dialog.weekdays) ^ set(weekdays or dialog.weekdays):
            self.choose(dialog.days, str(day))
        self.click(dialog.go_button)
        if isinstance(QApplication.activeModalWidget(), IntakeDialog):
            self.answer_intake_with_no()
        self._come_to_front()

    def add_race(self, day: date, name: str, km: float) -> None:
        """Enters a race on the calendar of the plans page."""
        page = self.calendar
        while page.calendar.month.day.day != day:
            forward = page.calendar.month.day.day < day
            QTest.keyClick(page.calendar.month, Key.Key_Right if forward else Key.Key_Left)
        self.pick(page.calendar.add_button, "Add a race")
        dialog = self.dialog()
        assert isinstance(dialog, EntryDialog)
        QTest.keyClicks(dialog.title_field, name)
        dialog.distance.setValue(km)
        self.click(dialog.save_button)
        self._come_to_front()

    def set_up(self, *equipment: str, kneeling_hurts: bool = False) -> None:
        """Says in Settings what there is, and whether kneeling hurts."""
        rows = self.settings.rows
        things = rows["equipment"].control
        assert isinstance(things, SeveralControl)
        for thing, chip in things.chips.items():
            if chip.isChecked() != (thing in equipment):
                self.click(chip)
        box = rows["kneeling_hurts"].control
        assert isinstance(box, QCheckBox)
        if box.isChecked() != kneeling_hurts:
            box.setFocus()
            QTest.keyClick(box, Key.Key_Space)
        assert box.isChecked() == kneeling_hurts

    def try_now(self, exercise_id: str) -> None:
        """Opens an exercise in the library and presses *Try it now*."""
        self.library.show_exercise(exercise_id)
        buttons = self.library.currentWidget().findChildren(Button)
        self.click(next(one for one in buttons if one.text() == "Try it now"))

    def tell_what_hurts(self, place_id: str, level: int, *flags: str) -> HurtsDialog:
        """Goes through *What hurts?* from Today's button; the dialog shows what follows."""
        self.click(self.today.hurts_button)
        dialog = self.dialog()
        assert isinstance(dialog, HurtsDialog)
        self.choose(dialog.where.places, place_id)
        if dialog.where.side_field.isEnabled():
            self.choose(dialog.where.sides, "left")
        self.click(dialog.next_button)
        self.choose(dialog.how.feelings, "pain")
        self.choose(dialog.how.levels, str(level))
        self.choose(dialog.how.since, "today")
        self.click(dialog.next_button)
        assert dialog.questions is not None
        assert not dialog.next_button.isEnabled(), "no question is answered beforehand"
        for box in [dialog.questions.rows[flag].box for flag in flags] or [dialog.questions.none.box]:
            box.setFocus()
            QTest.keyClick(box, Key.Key_Space)
        self.click(dialog.next_button)
        return dialog

    @property
    def library(self) -> LibraryPage:
        page = self.go_to("library")
        assert isinstance(page, LibraryPage)
        return page

    @property
    def settings(self) -> SettingsPage:
        page = self.go_to("settings")
        assert isinstance(page, SettingsPage)
        return page

    # -- hands ----------------------------------------------------------------------------------------

    def click(self, widget: QWidget) -> None:
        """Clicks what can be seen and pressed, and nothing else."""
        self.qtbot.waitUntil(widget.isVisible)
        assert widget.isEnabled(), f"{widget.accessibleName() or widget} cannot be pressed"
        self.clicks += 1
        QTest.mouseClick(widget, LEFT)
        QApplication.sendPostedEvents()

    def answer(self, scale: Scale, level: int) -> None:
        """Clicks a cell of a scale of 0–10."""
        assert scale.isVisible()
        at = QPoint(round((level + 0.5) * scale.width() / (MOST + 1)), scale.height() // 2)
        QTest.mouseClick(scale, LEFT, pos=at)
        assert scale.answer == level

    def choose(self, chips: ChipChoice | Segments, value: str) -> None:
        self.click(chips.chips[value] if isinstance(chips, ChipChoice) else chips.button(value))

    def pick(self, menu_of: QWidget, text: str) -> None:
        """Opens the menu of a button and chooses what begins with these words."""
        self.click(menu_of)
        menu = self.open_menu()
        action = next(one for one in menu.actions() if one.text().replace("&", "").startswith(text))
        assert action.isEnabled()
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())

    def choose_otherwise(self, template: str, begins_with: str) -> None:
        """Chooses another target for an exercise, from what its *why?* has to offer."""
        row = self.row(template)
        if not row.choice_button.isVisible():
            self.click(row.why_button)
        self.pick(row.choice_button, begins_with)

    def open_menu(self) -> QMenu:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def dialog(self) -> QDialog:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        return dialog

    def undo(self) -> None:
        self._come_to_front()
        QTest.keyClick(self.program.window, Key.Key_Z, CTRL)

    # -- days -----------------------------------------------------------------------------------------

    def next_morning(self, days: int = 1) -> None:
        """Lets so many nights pass with the program open, and looks at Today again."""
        then = datetime.combine(self.day + timedelta(days=days), datetime.min.time(), self._now.tzinfo)
        self.clock.sleep((then + timedelta(hours=MORNING_H) - self._now).total_seconds())
        self.look_at_today()

    def until(self, day: date) -> None:
        self.next_morning((day - self.day).days)

    def look_at_today(self) -> None:
        """Comes back to Today from another page."""
        self.go_to("library")
        self.go_to("today")
        QApplication.sendPostedEvents()

    def check_in(self, area: str = "", *, soreness: int | None = None, pain: int | None = None) -> None:
        """Answers the morning's question: all is well, or how one place is."""
        card = self.today.checkin_card
        if not area:
            self.click(card.well_button)
        else:
            self.click(card.sore_button if card.sore_button.isVisible() else card.more_button)
            assert card.form is not None
            chip = next((one for one in card.form.chips if one.property("area") == area), None)
            if chip is not None:
                self.click(chip)
            else:
                places = card.form.places
                at = places.findData(area)
                for _ in range(at):
                    QTest.keyClick(places, Key.Key_Down)
                places.activated.emit(at)
            row = card.form.rows[area]
            if soreness is not None:
                self.answer(row.soreness, soreness)
            if pain is not None:
                self.answer(row.pain, pain)
            self.click(card.form.save_button)
        assert not card.well_button.isVisible()

    # -- training -------------------------------------------------------------------------------------

    def begin(self) -> Workout:
        """Presses Start, which is to begin at once; the workout that began."""
        self.click(self.today.workout_card.start_button)
        assert self.training
        return self.session.driver.active.timeline.workout

    def train(self) -> Workout:
        """Does what Today offers, all of it as asked, and finishes."""
        workout = self.begin()
        self.finish()
        return workout

    def finish(self, *, after_set: Callable[[], object] | None = None) -> None:
        """Lets the session run to its end, rests cut short; `after_set` is called in each rest."""
        while not self.session.ended:
            step = self.session.driver.view().step
            if step.kind is StepKind.REST:
                if after_set is not None:
                    after_set()
                QTest.keyClick(self.session, Key.Key_Return)
                self.program.clock.advance(0.5)
                self.session.driver.tick()
            elif step.open:
                self._tick(step.duration_s or TICK_S)
                QTest.keyClick(self.session, Key.Key_Space)
            else:
                self._tick(TICK_S)
        self.click(self.session.summary.finish)
        self.qtbot.waitUntil(lambda: not self.training)
        self._come_to_front()

    def answer_intake_with_no(self) -> None:
        """Says that none of the questions before heavy work applies."""
        dialog = self.dialog()
        assert isinstance(dialog, IntakeDialog)
        dialog.none_box.setFocus()
        QTest.keyClick(dialog.none_box, Key.Key_Space)
        self.click(dialog.go_on_button)

    def _tick(self, seconds: float) -> None:
        until = self.clock.monotonic() + seconds
        while self.clock.monotonic() < until - 1e-9 and not self.session.ended:
            self.clock.advance(min(TICK_S, until - self.clock.monotonic()))
            self.session.driver.tick()

    # -- reading --------------------------------------------------------------------------------------

    @property
    def offered(self) -> dict[str, list[int]]:
        """By exercise, the reps or seconds of each working set of what Start begins."""
        workout = self.today.workout
        return {} if workout is None else asked_of(workout)

    def row(self, template: str) -> ItemRow:
        """The row of Today that stands in the place of this exercise."""
        return next(one for one in self.today.workout_card.rows if one.item.template.exercise_id == template)

    def why(self, template: str) -> list[str]:
        """Opens *why?* of a target, reads it, and closes it: each sentence, with its mark or sources."""
        row = self.row(template)
        self.click(row.why_button)
        assert row.why_list is not None
        assert row.why_list.isVisible()
        read = words_in(row.why_list)
        self.click(row.why_button)
        assert not row.why_list.isVisible()
        return read

    @property
    def verdict(self) -> tuple[str, list[str]]:
        """What stands above the workout: its title, and all else that is read there."""
        note = self.today.workout_card.verdict
        assert note.isVisible()
        return note.title.text(), [text for one in note.findChildren(WhyList) for text in words_in(one)]

    @property
    def week(self) -> list[str]:
        """The lines below the week strip."""
        return [line.text() for line in self.today.week_card.lines]

    @property
    def _now(self) -> datetime:
        return self.clock.utc_now().astimezone(ZoneInfo(self.clock.time_zone()))

    def _come_to_front(self) -> None:
        self.program.window.activateWindow()
        self.qtbot.waitUntil(self.program.window.isActiveWindow)


def words_in(widget: QWidget) -> list[str]:
    """All that is written in it and can be seen."""
    return [one.text() for one in widget.findChildren(Words) if one.text() and one.isVisibleTo(widget)]


def asked_of(workout: Workout) -> dict[str, list[int]]:
    return {
        item.exercise_id: [
            int((one.reps if one.reps is not None else one.hold_s) or 0)
            for one in item.sets
            if not one.warm_up
        ]
        for item in workout.items
    }
