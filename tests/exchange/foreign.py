"""Short words about what a file of another program gave."""

from __future__ import annotations

from pathlib import Path

from trainer.domain.run import Run
from trainer.exchange.contents import Answers, Contents
from trainer.exchange.formats import read_file

SAMPLES = Path(__file__).parents[1] / "data" / "imports"
BERLIN = Answers(time_zone="Europe/Berlin")


def read(path: Path, answers: Answers = BERLIN) -> Contents:
    return read_file(path, answers)


def sample(name: str, answers: Answers = BERLIN) -> Contents:
    return read_file(SAMPLES / name, answers)


def table(folder: Path, text: str, name: str = "export.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def lines(contents: Contents) -> list[str]:
    """Each set as `1/2 Squat 150 kg x 5 @8.5 rest 180 (deep)`: session, place, name and what was done."""
    place = {session.id: number for number, session in enumerate(contents.sessions, 1)}
    told = []
    for done in contents.sets:
        words = [f"{place[done.session_id]}/{done.set_index}", done.exercise]
        words += [f"{done.load_kg:g} kg"] if done.load_kg is not None else []
        words += [f"x {done.reps}"] if done.reps is not None else []
        words += [f"{done.hold_s:g} s"] if done.hold_s is not None else []
        words += [f"@{done.rpe:g}"] if done.rpe is not None else []
        words += [f"rest {done.rest_s:g}"] if done.rest_s is not None else []
        words += ["warm-up"] if done.warm_up else []
        words += [f"[{done.group}]"] if done.group else []
        words += [f"({done.note})"] if done.note else []
        told.append(" ".join(words))
    return told


def heads(contents: Contents) -> list[str]:
    """Each session as `2026-01-31T17:30:05Z +3780 Legs (note)`."""
    told = []
    for session in contents.sessions:
        lasted = (
            f" +{(session.ended_at - session.started_at).total_seconds():.0f}" if session.ended_at else ""
        )
        note = f" ({session.note})" if session.note else ""
        told.append(f"{session.started_at:%Y-%m-%dT%H:%M:%SZ}{lasted} {session.workout}{note}")
    return told


def runs(contents: Contents) -> list[str]:
    return [
        " ".join((f"{run.started_at:%Y-%m-%dT%H:%M:%SZ}", *_run_words(run))).strip() for run in contents.runs
    ]


def _run_words(run: Run) -> tuple[str, ...]:
    return f"{run.distance_km} km", f"{run.duration_s} s", run.kind + run.note
