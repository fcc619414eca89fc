"""Runs in words and figures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from trainer.domain.run import Run
from trainer.domain.single_run import Lengthening

_KINDS = {"trail": "trail", "treadmill": "treadmill", "virtual": "virtual"}
_SOURCES = {
    "hand": "entered by hand",
    "fit": "from a FIT file",
    "gpx": "from a GPX file",
    "tcx": "from a TCX file",
    "strava": "from Strava",
    "strong": "from Strong",
    "hevy": "from Hevy",
    "fitnotes": "from FitNotes",
    "csv": "from a CSV file",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("runs", text)


def distance_text(km: float | None) -> str:
    """`10.02 km`; empty where it is not known."""
    return "" if km is None else f"{QLocale().toString(km, 'f', 2)} km"


def duration_text(seconds: float | None) -> str:
    """`1:02:05` or `52:05`; empty where it is not known."""
    if seconds is None:
        return ""
    hours, rest = divmod(round(seconds), 3600)
    minutes, second = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{second:02d}" if hours else f"{minutes}:{second:02d}"


def pace_text(run: Run) -> str:
    """`5:36 /km`; empty where it cannot be told."""
    if not run.distance_km or not run.duration_s:
        return ""
    return f"{duration_text(run.duration_s / run.distance_km)} /km"


def effort_text(run: Run) -> str:
    """`6 of 10`; empty where it was not rated."""
    return "" if run.effort is None else _tr("{0} of 10").format(f"{run.effort:g}")


def source_text(run: Run) -> str:
    """Where it is known from, and what kind of run it was."""
    parts = [_tr(_KINDS.get(run.kind, run.kind)), _tr(_SOURCES.get(run.source, run.source))]
    return ", ".join(part for part in parts if part)


def percent_text(lengthening: Lengthening) -> str:
    """`20 %`; what would be rounded down to the limit itself is a little over it."""
    percent = round(lengthening.percent)
    if percent in (10, 30, 100) and lengthening.percent > percent:
        return _tr("a little over {0} %").format(percent)
    return f"{percent} %"


def lengthening_text(run: Run, lengthening: Lengthening) -> str:
    """What is pointed out of a run that was much longer than those before it."""
    return _tr("This run of {0} was {1} longer than the longest of the 30 days before it ({2}).").format(
        distance_text(run.distance_km), percent_text(lengthening), distance_text(lengthening.longest_km)
    )
