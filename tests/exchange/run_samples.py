"""Small files of runs as watches and sites write them, made here and of nobody: no place in them was run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.sport_message import SportMessage
from fit_tool.profile.profile_type import Event, EventType, FileType, Manufacturer, Sport, SubSport

START = datetime(2026, 11, 3, 6, 12, 33, tzinfo=UTC)
STEP = 3e-5
"""So many degrees of the equator a second: 3.336 m/s."""
NAMES = (
    'xmlns="http://www.topografix.com/GPX/1/1" '
    'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"'
)

STRAVA_COLUMNS = [
    "Activity ID",
    "Activity Date",
    "Activity Name",
    "Activity Type",
    "Activity Description",
    "Elapsed Time",
    "Distance",
    "Max Heart Rate",
    "Relative Effort",
    "Commute",
    "Activity Private Note",
    "Activity Gear",
    "Filename",
    "Athlete Weight",
    "Bike Weight",
    "Elapsed Time",
    "Moving Time",
    "Distance",
    "Max Speed",
]


def at(second: float) -> datetime:
    return START + timedelta(seconds=second)


def gpx_track(seconds: Iterable[int], *, times: bool = True) -> str:
    """A segment along the equator, one point for each of these seconds."""
    points = "".join(
        f'<trkpt lat="0.0" lon="{second * STEP:.6f}"><ele>12.5</ele>'
        + (f"<time>{at(second):%Y-%m-%dT%H:%M:%S.000Z}</time>" if times else "")
        + "<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>151</gpxtpx:hr></gpxtpx:TrackPointExtension>"
        "</extensions></trkpt>\n"
        for second in seconds
    )
    return f"<trkseg>{points}</trkseg>"


def gpx(*tracks: str) -> str:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<gpx {NAMES} version="1.1" creator="tests">'
    return f"{head}{''.join(tracks)}</gpx>"


def trk(*segments: str, sport: str = "running", name: str = "Morning run") -> str:
    kind = f"<type>{sport}</type>" if sport else ""
    return f"<trk><name>{name}</name>{kind}{''.join(segments)}</trk>"


def tcx_lap(second: int, *, metres: float | None, seconds: float | None, points: Iterable[int] = ()) -> str:
    track = "".join(
        f"<Trackpoint><Time>{at(p):%Y-%m-%dT%H:%M:%SZ}</Time><Position><LatitudeDegrees>0</LatitudeDegrees>"
        f"<LongitudeDegrees>{p * STEP:.6f}</LongitudeDegrees></Position>"
        f"<DistanceMeters>{p * 9999}</DistanceMeters></Trackpoint>"
        for p in points
    )
    time = "" if seconds is None else f"<TotalTimeSeconds>{seconds}</TotalTimeSeconds>"
    distance = "" if metres is None else f"<DistanceMeters>{metres}</DistanceMeters>"
    return (
        f'<Lap StartTime="{at(second):%Y-%m-%dT%H:%M:%S.000Z}">{time}{distance}<Track>{track}</Track></Lap>'
    )


def tcx(*activities: str) -> str:
    return (
        '<?xml version="1.0"?><TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">'
        f"<Activities>{''.join(activities)}</Activities></TrainingCenterDatabase>"
    )


def tcx_activity(*laps: str, sport: str = "Running", note: str = "") -> str:
    said = f"<Notes>{note}</Notes>" if note else ""
    return f'<Activity Sport="{sport}"><Id>{at(0):%Y-%m-%dT%H:%M:%SZ}</Id>{"".join(laps)}{said}</Activity>'


def strava(*rows: dict[str, str], columns: Sequence[str] = STRAVA_COLUMNS) -> str:
    """Strava's list; `Elapsed Time 2` and `Distance 2` are the second columns of that name."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        seen: set[str] = set()
        cells = []
        for name in columns:
            cells.append(row.get(f"{name} 2" if name in seen else name, ""))
            seen.add(name)
        writer.writerow(cells)
    return out.getvalue()


A_RUN = {
    "Activity ID": "9001",
    "Activity Date": "Nov 3, 2026, 6:12:33 AM",
    "Activity Name": "Morning run",
    "Activity Type": "Run",
    "Elapsed Time": "3700",
    "Distance": "10.02",
    "Filename": "activities/9001.fit.gz",
    "Elapsed Time 2": "3700.0",
    "Moving Time": "3605.0",
    "Distance 2": "10021.4",
}


class Watch:
    """Writes a FIT file message by message, as a watch would."""

    def __init__(self, kind: FileType | None = FileType.ACTIVITY) -> None:
        self._builder = FitFileBuilder()
        self._local = 0
        if kind is not None:
            self.add(
                FileIdMessage(),
                type=kind,
                manufacturer=Manufacturer.DEVELOPMENT.value,
                product=1,
                time_created=ms(0),
            )

    def add(self, message: Any, **values: Any) -> None:
        message.local_id = min(self._local, 15)
        for name, value in values.items():
            setattr(message, name, value)
        self._builder.add(message)

    def record(self, second: int, *, metres: float | None = None, placed: bool = True) -> None:
        where = {"position_lat": 0.0, "position_long": second * STEP} if placed else {}
        counted = {} if metres is None else {"distance": metres}
        self.add(RecordMessage(), timestamp=ms(second), **where, **counted)

    def stop(self, second: int) -> None:
        self.add(EventMessage(), timestamp=ms(second), event=Event.TIMER, event_type=EventType.STOP_ALL)

    def sport(self, sport: Sport) -> None:
        self.add(SportMessage(), sport=sport, sub_sport=SubSport.GENERIC)

    def session(self, second: int, until: int, *, sport: Sport = Sport.RUNNING, **values: Any) -> None:
        fixed = {"timestamp": ms(until), "start_time": ms(second), "sport": sport}
        self.add(SessionMessage(), **(fixed | values))

    def activity(self, second: int, *, hours_from_utc: float) -> None:
        self.add(
            ActivityMessage(),
            timestamp=ms(second),
            local_timestamp=round(ms(second + hours_from_utc * 3600) / 1000) - 631_065_600,
            num_sessions=1,
        )

    def bytes(self) -> bytes:
        return bytes(self._builder.build().to_bytes())


def ms(second: float) -> int:
    return round(at(second).timestamp() * 1000)


def a_fit_run(metres: float = 10_020, timer_s: float = 3_600) -> bytes:
    """A run of an hour with a few of its records."""
    watch = Watch()
    for second in range(0, 60, 10):
        watch.record(second, metres=second * 2.78)
    watch.session(0, 3_640, total_distance=metres, total_timer_time=timer_s, total_elapsed_time=timer_s + 40)
    watch.activity(3_640, hours_from_utc=1)
    return watch.bytes()
