"""Places, feelings, days and reasons as *What hurts?* writes them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.exercise import Side
from trainer.domain.pain import PLACES
from trainer.domain.rule import Reason, Rule
from trainer.domain.session import local_date
from trainer.ui.days import day_text
from trainer.ui.widgets.place_spots import side_label

_LABELS = {place.id: place.label for place in PLACES}
SINCE_D: dict[str, int | None] = {
    "today": 0,
    "days": 3,
    "week": 7,
    "weeks": 14,
    "month": 28,
    "longer": 42,
    "unknown": None,
}
"""The answers to *Since when?*, each with the least number of days that it stands for."""


UNSIGNED = "no-clinician-yet"
"""The claim that says so."""


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("hurts", text)


def since_labels() -> dict[str, str]:
    return {
        "today": tr("Today or yesterday"),
        "days": tr("A few days"),
        "week": tr("1–2 weeks"),
        "weeks": tr("2–4 weeks"),
        "month": tr("4–6 weeks"),
        "longer": tr("Longer"),
        "unknown": tr("Not sure"),
    }


def feeling_labels() -> tuple[tuple[str, str], ...]:
    return (
        (Feeling.PAIN.value, tr("Pain")),
        (Feeling.SORENESS.value, tr("Soreness")),
        (Feeling.TIGHTNESS.value, tr("Tightness")),
    )


def place_label(place_id: str, side: Side = Side.BOTH) -> str:
    """`Achilles, left`."""
    return side_label(_LABELS.get(place_id, place_id), side)


def feeling_label(feeling: Feeling) -> str:
    return dict(feeling_labels())[feeling.value]


def complaint_text(complaint: Complaint) -> str:
    """`Achilles, left: pain 4 of 10, told on 3 Nov`."""
    day = day_text(local_date(complaint.at, complaint.time_zone), "d MMM")
    return tr("{0}: {1} {2} of 10, told on {3}").format(
        place_label(complaint.area, complaint.side),
        feeling_label(complaint.feeling).lower(),
        complaint.level,
        day,
    )


def reason_text(rule: Rule, reason: Reason) -> str:
    """The rule with the numbers it saw; days as the system's locale writes them."""
    return rule.text.format(**{name: _shown(value) for name, value in reason.numbers.items()})


def _shown(value: str | float) -> str:
    if isinstance(value, str):
        try:
            return day_text(date.fromisoformat(value), "d MMM")
        except ValueError:
            return value
    return f"{value:g}"
