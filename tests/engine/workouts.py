"""Random workouts that a person could do."""

from __future__ import annotations

from hypothesis import strategies as st

from trainer.domain.exercise import Kind, Laterality
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, Workout, WorkoutItem

_phase = st.integers(0, 6)


@st.composite
def targets(draw: st.DrawFn) -> SetTarget:
    limit, own = draw(st.sampled_from([(False, False), (False, False), (True, False), (False, True)]))
    if draw(st.booleans()):
        return SetTarget(Kind.HOLD, hold_s=float(draw(st.integers(1, 90))), to_limit=limit)
    tempo = Tempo(draw(_phase) + 1, draw(_phase), draw(_phase), draw(_phase))
    return SetTarget(Kind.REPS, reps=draw(st.integers(1, 15)), tempo=tempo, to_limit=limit, own_pace=own)


@st.composite
def workouts(draw: st.DrawFn) -> Workout:
    items = draw(st.integers(1, 4))
    return Workout(
        "random",
        "Random",
        tuple(
            WorkoutItem(
                exercise_id=f"exercise-{number}",
                exercise=f"Exercise {number}",
                short_name=f"Exercise {number}",
                side=draw(st.sampled_from(Laterality)),
                sets=tuple(draw(st.lists(targets(), min_size=1, max_size=4))),
                rest_s=float(draw(st.integers(0, 120))),
                group=draw(st.sampled_from(["", "A", "B"])),
            )
            for number in range(items)
        ),
    )
