"""TCX: each activity whose sport is running, lap by lap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from trainer.domain.run import Run
from trainer.domain.track import Track
from trainer.exchange.cells import Wrong
from trainer.exchange.contents import Contents
from trainer.exchange.found_runs import found_run
from trainer.exchange.xml_activities import runs_among
from trainer.exchange.xml_elements import Element, End, Start
from trainer.exchange.xml_values import moment, number, place

ROOT = "TrainingCenterDatabase"


class _Activity:
    """An `Activity` while it is read."""

    remark = ""

    def __init__(self, start: Start) -> None:
        self.of_another_sport = start.attributes.get("Sport", "").strip().lower() != "running"
        self._note = ""
        self._started_at: datetime | None = None
        self._distance_m = self._timed_s = 0.0
        self._track = Track()
        self._place: dict[str, str] = {}
        self._at: datetime | None = None

    def hear(self, element: Element) -> None:
        """Takes in one element of the activity."""
        if isinstance(element, End):
            self._hear_end(element)
        elif element.name == "Lap":
            self._start(moment(element.attributes.get("StartTime", "")))
        elif element.name == "Track":
            self._track.pause()
        elif element.name == "Trackpoint":
            self._place, self._at = {}, None

    def _hear_end(self, end: End) -> None:
        match end.parent, end.name:
            case "Activity", "Id":
                self._start(moment(end.text))
            case "Activity", "Notes":
                self._note = end.text
            case "Lap", "TotalTimeSeconds":
                self._timed_s += number(end.text) or 0
            case "Lap", "DistanceMeters":
                self._distance_m += number(end.text) or 0
            case "Trackpoint", "Time":
                self._at = moment(end.text)
            case "Position", "LatitudeDegrees":
                self._place["lat"] = end.text
            case "Position", "LongitudeDegrees":
                self._place["lon"] = end.text
            case _, "Trackpoint":
                self._end_point()

    def _start(self, at: datetime | None) -> None:
        self._started_at = self._started_at or at

    def _end_point(self) -> None:
        seconds = None if self._at is None else self._at.timestamp()
        if (where := place(self._place)) is not None:
            self._track.place(*where, seconds)
        if seconds is not None:
            self._start(self._at)
            self._track.moment(seconds)

    def run(self, zone: str) -> Run:
        """Raises Wrong for an activity that was not run."""
        if self._started_at is None:
            raise Wrong("it does not say when it began")
        return found_run(
            "tcx",
            self._started_at,
            zone,
            distance_m=self._distance_m or self._track.length_m,
            duration_s=self._timed_s or self._track.timed_s,
            note=self._note,
        )


def tcx_runs(elements: Iterable[Element], zone: str) -> Contents:
    """The runs among the activities of a TCX file. Raises ExchangeError for one with far too many."""
    return runs_among("TCX", elements, "Activity", _Activity, zone)
