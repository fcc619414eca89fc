"""The dialogs of the plans page, each with what it does when it is confirmed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.intake import heavy_plan
from trainer.domain.plan import Plan
from trainer.domain.under_way import Layout, Started
from trainer.domain.workout import Workout
from trainer.errors import NoSuchEntry
from trainer.services.library import Library
from trainer.services.own_checks import free_name, taken
from trainer.services.own_plans import blank_plan, copied_plan, plan_problem
from trainer.services.planning import Planning
from trainer.settings import TRAINING_DAYS, Settings
from trainer.ui.plans.acts import PlanActs
from trainer.ui.plans.day_dialogs import DayDialog, ShiftDialog
from trainer.ui.plans.entry_dialog import EntryDialog
from trainer.ui.plans.marks import title_of
from trainer.ui.plans.own_plan_dialog import OwnPlanDialog
from trainer.ui.plans.start_dialog import StartDialog
from trainer.ui.plans.told import Teller
from trainer.ui.today.intake_gate import IntakeGate
from trainer.ui.widgets.name_dialog import NameDialog


class PlanDialogs(QObject):
    """Opens them over the page's window; `dialog` is the one that was opened last."""

    def __init__(
        self,
        planning: Planning,
        library: Library,
        settings: Settings,
        teller: Teller,
        new_id: Callable[[], str],
        acts: PlanActs,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._planning, self._library, self._settings = planning, library, settings
        self._teller, self._new_id, self._acts, self._page = teller, new_id, acts, page
        self._begin: Callable[[], object] | None = None
        self._gate = IntakeGate(settings, library, page)
        self._gate.passed.connect(self._on_gate_passed)
        self._gate.told.connect(acts.told)
        self.dialog: QDialog | None = None

    def start(self, plan: Plan, today: date, then: Callable[[Layout], object]) -> None:
        """Asks when a plan begins; `then` is called with how it was laid out once it has begun."""
        weekdays = sorted(int(day) for day in self._settings.get(TRAINING_DAYS))
        dialog = StartDialog(
            plan,
            today,
            weekdays,
            self._planning.preview,
            self._planning.entries,
            self._teller,
            self._page.window(),
        )
        dialog.wanted.connect(partial(self._on_start_wanted, plan, then))
        self._open(dialog)

    def shift(self, started: Started) -> None:
        """Asks by how many days a plan is shifted."""
        dialog = ShiftDialog(started.plan.name, self._page.window())
        dialog.chosen.connect(partial(self._acts.shift, started))
        self._open(dialog)

    def move(self, entry: CalendarEntry) -> None:
        """Asks for another day."""
        title = self.tr("Move {0}").format(title_of(entry))
        dialog = DayDialog(title, self.tr("Move"), entry.day, self._page.window())
        dialog.chosen.connect(partial(self._acts.move, entry))
        self._open(dialog)

    def add(self, kind: EntryKind, day: date) -> None:
        """Asks for a race, a hard run or a workout."""
        self._enter(CalendarEntry("", day, kind), self._acts.add)

    def edit(self, entry: CalendarEntry) -> None:
        """Asks what is to be changed of an entry."""
        self._enter(entry, self._acts.change)

    def new_plan(self) -> None:
        """Asks for a plan of one's own."""
        own = [workout for workout in self._library.workouts() if workout.own]
        first = (own or self._library.workouts())[0]
        name = free_name(self.tr("My plan"), self._names())
        plan = blank_plan(self._new_id(), name, first)
        self._make(plan, self.tr("New plan"), new=True)

    def copy(self, plan: Plan) -> None:
        """Asks what is to become of a copy."""
        name = free_name(self.tr("{0} (mine)").format(plan.name), self._names())
        source = self.tr("Your copy of “{0}”").format(plan.name)
        self._make(copied_plan(plan, self._new_id(), name, source), self.tr("Your own copy"), new=True)

    def change(self, plan: Plan) -> None:
        """Asks what is to be changed of a plan of one's own."""
        self._make(plan, self.tr("Change {0}").format(plan.name), new=False)

    def rename(self, plan: Plan) -> None:
        """Asks for another name."""
        others = [name for name in self._names() if name != plan.name]
        title, action = self.tr("Rename {0}").format(plan.name), self.tr("Rename")
        dialog = NameDialog(title, action, partial(_name_problem, others), plan.name, self._page.window())
        dialog.named.connect(partial(self._acts.rename, plan))
        self._open(dialog)

    def _names(self) -> list[str]:
        return [plan.name for plan in self._planning.plans()]

    def _enter(self, entry: CalendarEntry, act: Callable[[CalendarEntry], object]) -> None:
        dialog = EntryDialog(entry, self._library.workouts(), self._page.window())
        dialog.entered.connect(act)
        self._open(dialog)

    def _make(self, plan: Plan, title: str, *, new: bool) -> None:
        others = [one.name for one in self._planning.plans() if one.id != plan.id]
        names = {exercise.id: exercise.name for exercise in self._library.exercises()}
        wrong = partial(_plan_problem, others)
        workouts = sorted(self._library.workouts(), key=_own_first)
        dialog = OwnPlanDialog(plan, title, workouts, names, wrong, self._page.window())
        dialog.made.connect(partial(self._acts.save, new=new))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _on_start_wanted(
        self,
        plan: Plan,
        then: Callable[[Layout], object],
        first_day: date,
        weekdays: tuple[int, ...],
        layout: Layout,
    ) -> None:
        """Begins it, after the questions where it is heavy."""
        self._begin = partial(self._start, plan, first_day, weekdays, partial(then, layout))
        self._gate.let(plan, heavy=heavy_plan(plan, self._figure_of))

    def _figure_of(self, exercise_id: str) -> str:
        try:
            return self._library.exercise(exercise_id).figure_id
        except NoSuchEntry:
            return exercise_id

    def _on_gate_passed(self, _plan: object) -> None:
        begin, self._begin = self._begin, None
        if begin is not None:
            begin()

    def _start(
        self, plan: Plan, first_day: date, weekdays: tuple[int, ...], then: Callable[[], object]
    ) -> None:
        if self._acts.start(plan, first_day, weekdays) is not None:
            then()


def _own_first(workout: Workout) -> bool:
    return not workout.own


def _plan_problem(others: list[str], plan: Plan) -> str:
    sentence = plan_problem(plan, others)
    return QCoreApplication.translate("own", sentence) if sentence else ""


def _name_problem(others: list[str], name: str) -> str:
    if not name.strip():
        return QCoreApplication.translate("own", "Give it a name.")
    if taken(name, others):
        return QCoreApplication.translate("own", "There is a plan of this name already; choose another.")
    return ""
