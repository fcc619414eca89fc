"""Keys and buttons that change the course of the session: a set more, the easier rung, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.domain.exercise import Exercise
from trainer.engine.changing import Change
from trainer.engine.timeline import Step
from trainer.errors import TrainerError
from trainer.services.changing import Changing, Obstacle, Proposal
from trainer.ui.session.keys import Act, Wish
from trainer.ui.session.wording import tr
from trainer.ui.session_driver import SessionDriver

TOLD_MS = 6000


def obstacle_words(obstacle: Obstacle | None) -> str:
    """Why a change cannot be made; empty for no reason."""
    match obstacle:
        case Obstacle.NO_RUNG:
            return tr("There is no easier exercise for it with what you have.")
        case Obstacle.NOTHING_LEFT:
            return tr("No set of it is left.")
        case Obstacle.STOPPED:
            return tr("It ends here for today.")
    return ""


class CourseActs(QObject):
    """Follows one change at a time, and takes the last ones back, the newest first."""

    changed = Signal()
    """The session goes on by another course."""
    told = Signal(str)
    """What has changed, or why nothing has; empty when that has been said for long enough."""

    def __init__(
        self, driver: SessionDriver, easier: Mapping[str, Exercise], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._driver = driver
        self._changing = Changing(driver.active, easier)
        self._told_timer_ms = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._told_timer_ms.timeout.connect(self._on_told_timer_timeout)

    def take(self, wish: Wish) -> bool:
        """Does what was wished about the course; False when it is no such wish."""
        match wish.act:
            case Act.ADD_SET:
                self.add_set()
            case Act.EASIER:
                self.make_easier()
            case _:
                return False
        return True

    def add_set(self) -> bool:
        """One set more of the exercise under way; whether it comes."""
        proposal = self._follow(self._changing.set_more)
        if proposal is not None:
            sets = len(proposal.item.sets)
            self._tell(tr("{0}: one set more, {1} in all.").format(proposal.item.exercise, sets), undo=True)
        return proposal is not None

    def make_easier(self, of: Step | None = None, why: str = "") -> bool:
        """The easier rung for what is left of the exercise under way, or of that of another step."""
        proposal = self._follow(partial(self._changing.easier, of=of), why)
        if proposal is not None:
            sets = len(proposal.item.sets)
            text = tr("{0} instead, 1 set.") if sets == 1 else tr("{0} instead, {1} sets.")
            self._tell(f"{why} {text.format(proposal.item.exercise, sets)}".strip(), undo=True)
        return proposal is not None

    def undo(self) -> bool:
        """Takes the last change back; False when there is none, or a set of it has a result."""
        try:
            undone = self._driver.change_course(self._way_back)
        except TrainerError as error:
            self._tell(str(error))
            return False
        if undone:
            self._changing.taken_back()
            self._tell("")
            self.changed.emit()
        return undone

    def obstacles(self, step: Step) -> tuple[str, str]:
        """Why there can be no set more and no easier rung at this step; empty where there can."""
        set_more = self._changing.obstacle_to_more(step)
        return obstacle_words(set_more), obstacle_words(self._changing.obstacle_to_easier(step))

    def _follow(self, plan: Callable[[Step], Proposal | Obstacle], why: str = "") -> Proposal | None:
        """Does what is planned, or says why it cannot be."""
        planned: list[Proposal | Obstacle] = []

        def change(step: Step) -> Change | None:
            proposal = plan(step)
            planned.append(proposal)
            return proposal.change if isinstance(proposal, Proposal) else None

        try:
            self._driver.change_course(change)
        except TrainerError as error:
            self._tell(str(error))
            return None
        for proposal in planned:
            if isinstance(proposal, Proposal):
                self._changing.made(proposal)
                self.changed.emit()
                return proposal
            if not (why and proposal is Obstacle.NOTHING_LEFT):
                self._tell(f"{why} {obstacle_words(proposal)}".strip())
        return None

    def _way_back(self, _step: Step) -> Change | None:
        return self._changing.last_undo()

    def _tell(self, text: str, *, undo: bool = False) -> None:
        self.told.emit(text + "  " + tr("Undo: Ctrl+Z or click") if undo else text)
        self._told_timer_ms.start() if text else self._told_timer_ms.stop()

    def _on_told_timer_timeout(self) -> None:
        self.told.emit("")
