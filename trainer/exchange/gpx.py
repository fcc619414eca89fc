"""GPX: each track that is a run. A route or a plan has no times and is none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from trainer.domain.run import Run
from trainer.domain.track import Track
from trainer.exchange.cells import Wrong
from trainer.exchange.contents import Contents
from trainer.exchange.found_runs import found_run
from trainer.exchange.xml_activities import runs_among
from trainer.exchange.xml_elements import Element, Start
from trainer.exchange.xml_values import moment, place

ROOT = "gpx"
_RUN = "9"
"""How older files of Strava name a run."""


class _OneTrack:
    """A `trk` while it is read."""

    def __init__(self, _start: Start) -> None:
        self._sport = self._name = ""
        self._track = Track()
        self._started_at: datetime | None = None
        self._place: tuple[float, float] | None = None
        self._at: datetime | None = None

    def hear(self, element: Element) -> None:
        """Takes in one element of the track."""
        if isinstance(element, Start):
            if element.name == "trkpt":
                self._place, self._at = place(element.attributes), None
            elif element.name == "trkseg":
                self._track.pause()
        elif element.parent == "trk":
            if element.name == "type":
                self._sport = element.text.strip().lower()
            elif element.name == "name":
                self._name = element.text
        elif element.name == "time" and element.parent == "trkpt":
            self._at = moment(element.text)
        elif element.name == "trkpt":
            self._end_point()

    def _end_point(self) -> None:
        seconds = None if self._at is None else self._at.timestamp()
        if self._place is not None:
            self._track.place(*self._place, seconds)
        if self._at is not None and seconds is not None:
            self._started_at = self._started_at or self._at
            self._track.moment(seconds)

    def run(self, zone: str) -> Run:
        """Raises Wrong for a track that was not run."""
        if self._started_at is None:
            raise Wrong("it has no times, so it is a course and not a run")
        return found_run(
            ROOT,
            self._started_at,
            zone,
            distance_m=self._track.length_m,
            duration_s=self._track.timed_s,
            kind="trail" if "trail" in self._sport else "",
            note=self._name,
        )

    @property
    def of_another_sport(self) -> bool:
        return bool(self._sport) and "run" not in self._sport and self._sport != _RUN

    @property
    def remark(self) -> str:
        """Other programs leave the sport out; then the preview is there to decide."""
        return "" if self._sport else "The file does not say which sport it was; it was taken for running."


def gpx_runs(elements: Iterable[Element], zone: str) -> Contents:
    """The runs among the tracks of a GPX file. Raises ExchangeError for one with far too many."""
    return runs_among("GPX", elements, "trk", _OneTrack, zone)
