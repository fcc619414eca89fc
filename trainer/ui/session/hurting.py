"""Pain in a set: what the table says follows at once, and all of it can be taken back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from trainer.domain.pain import Clinician, answer_to
from trainer.domain.session import SetLog
from trainer.errors import TrainerError
from trainer.ui.saying import said
from trainer.ui.session.course import CourseActs
from trainer.ui.session.wording import tr
from trainer.ui.session_driver import SessionDriver


class Hurting(QObject):
    """The exercise ends for today or gets easier; it comes back after a slip."""

    followed = Signal()
    """What is to come may be something else now."""
    told = Signal(str)
    """What follows; empty when nothing does."""

    def __init__(self, driver: SessionDriver, course: CourseActs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._driver = driver
        self._course = course
        self._row: SetLog | None = None
        self._eased = False

    @property
    def stands(self) -> bool:
        """Whether something followed that can still be taken back."""
        return self._row is not None

    def forget(self) -> None:
        """Leaves things as they are: it is no longer the newest that can be undone."""
        self._row = None

    def follow(self, row: SetLog) -> None:
        """Does what the table says about the pain of a side, in place of what it said before."""
        answer = answer_to(row.pain or 0, row.pain_area, self._driver.active.limits)
        self._take_back_easier()
        self._row = row if answer.stop else None
        if answer.stop:
            self._driver.leave_out(row.exercise_id)
            self.followed.emit()
            self.told.emit(_stop_words(row, answer.clinician))
            return
        self.told.emit("")
        if row.exercise_id not in self._driver.active.stopped:
            self._driver.put_back(row.exercise_id)
            self.followed.emit()
        if answer.easier:
            self._ease(row)

    def undo(self) -> bool:
        """Takes the pain that was logged back, and with it what followed; False when nothing did."""
        row = self._row
        if row is None:
            return False
        self._take_back_easier()
        self._row = None
        try:
            self._driver.active.amend(*(replace(one, pain=None, pain_area="") for one in self._now(row)))
        except TrainerError as error:
            self.told.emit(str(error))
            return True
        self.told.emit("")
        self._driver.put_back(row.exercise_id)
        self.followed.emit()
        return True

    def _ease(self, row: SetLog) -> None:
        for now in self._now(row):
            why = said("session-pain-easier", pain=row.pain or 0)
            if self._course.make_easier(self._driver.active.work_of(now), why):
                self._row, self._eased = row, True

    def _take_back_easier(self) -> None:
        """Undoes what the pain that was logged before has made easier."""
        if self._eased and self._row is not None:
            self._course.undo()
        self._eased = False

    def _now(self, row: SetLog) -> list[SetLog]:
        """The row as it is now, wherever its set stands."""
        return [one for one in self._driver.active.sides_of(row.set_id) if one.side is row.side]


def _stop_words(row: SetLog, clinician: Clinician) -> str:
    text = tr("{0} ends here for today.").format(row.exercise)
    if clinician is not Clinician.NO:
        text += " " + said("session-pain-clinician", pain=row.pain or 0)
    return text + "  " + tr("Undo: Ctrl+Z or click")
