"""What can be done with an entry of the calendar."""

from __future__ import annotations

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.ui.plans.words import tr

MOVE, SKIP, UNSKIP, EDIT, DELETE = "move", "skip", "unskip", "edit", "delete"
_ICONS = {
    MOVE: "calendar-range",
    SKIP: "circle-slash",
    UNSKIP: "rotate-ccw",
    EDIT: "pencil",
    DELETE: "trash-2",
}


def acts_for(entry: CalendarEntry) -> tuple[str, ...]:
    """What can be done with it; what was done stays where it is."""
    if entry.session_id:
        return ()
    if entry.kind is not EntryKind.WORKOUT:
        return (EDIT, MOVE, DELETE)
    if entry.skipped:
        return (UNSKIP,) if entry.plan_id else (UNSKIP, DELETE)
    return (MOVE, SKIP) if entry.plan_id else (MOVE, SKIP, DELETE)


def act_icon(act: str) -> str:
    """The icon of its button."""
    return _ICONS[act]


def act_label(act: str) -> str:
    """What its button says beside the entry."""
    return {
        MOVE: tr("Move…"),
        SKIP: tr("Skip"),
        UNSKIP: tr("Do it after all"),
        EDIT: tr("Edit…"),
        DELETE: tr("Delete"),
    }[act]


def act_text(act: str) -> str:
    """The same in full, with a place for what it is done to."""
    return {
        MOVE: tr("Move {0}…"),
        SKIP: tr("Skip {0}"),
        UNSKIP: tr("Do {0} after all"),
        EDIT: tr("Edit {0}…"),
        DELETE: tr("Delete {0}"),
    }[act]
