"""GPX: each track that is a run. A route or a plan has no times and is none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from trainer.domain.run import Run
from trainer.domain.track import Track
from trainer.exchange.cells import Wrong
from trainer.exchange.found_runs import RunsRead, found_run, left_out
from trainer.exchange.reading import Refused
from trainer.exchange.xml_elements import Element, End, Start
from trainer.exchange.xml_values import moment, place

ROOT = "gpx"
_RUN = "9"
"""How older files of Strava name a run."""


class _OneTrack:
    """A `trk` while it is read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.sport = self.name = ""
        self.track = Track()
        self._started_at: datetime | None = None
        self._place: tuple[float, float] | None = None
        self._at: datetime | None = None

    def hear(self, element: Element) -> None:
        """Takes in one element of the track."""
        if isinstance(element, Start):
            if element.name == "trkpt":
                self._place, self._at = place(element.attributes), None
            elif element.name == "trkseg":
                self.track.pause()
        elif element.parent == "trk":
            if element.name == "type":
                self.sport = element.text.strip().lower()
            elif element.name == "name":
                self.name = element.text
        elif element.name == "time" and element.parent == "trkpt":
            self._at = moment(element.text)
        elif element.name == "trkpt":
            self._end_point()

    def _end_point(self) -> None:
        seconds = None if self._at is None else self._at.timestamp()
        if self._place is not None:
            self.track.place(*self._place, seconds)
        if self._at is not None and seconds is not None:
            self._started_at = self._started_at or self._at
            self.track.moment(seconds)

    def run(self, zone: str) -> Run:
        """Raises Wrong for a track that was not run."""
        if self._started_at is None:
            raise Wrong("it has no times, so it is a course and not a run")
        return found_run(
            ROOT,
            self._started_at,
            zone,
            distance_m=self.track.length_m,
            duration_s=self.track.timed_s,
            kind="trail" if "trail" in self.sport else "",
            note=self.name,
        )

    @property
    def of_another_sport(self) -> bool:
        return bool(self.sport) and "run" not in self.sport and self.sport != _RUN


def gpx_runs(elements: Iterable[Element], zone: str) -> RunsRead:
    """The runs of a GPX file; tracks that say they are another sport are left out and counted."""
    runs: list[Run] = []
    refused: list[Refused] = []
    others = unnamed = 0
    now: _OneTrack | None = None
    for element in elements:
        if isinstance(element, Start) and element.name == "trk":
            now = _OneTrack(element.line)
        elif now is None:
            continue
        elif isinstance(element, End) and element.name == "trk":
            if now.of_another_sport:
                others += 1
            else:
                try:
                    runs.append(now.run(zone))
                    unnamed += not now.sport
                except Wrong as wrong:
                    refused.append(Refused(now.line, str(wrong)))
            now = None
        else:
            now.hear(element)
    return RunsRead(tuple(runs), tuple(refused), (*left_out(others), *_unnamed(unnamed)))


def _unnamed(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return ("The file does not say which sport it was; it was taken for running.",)
