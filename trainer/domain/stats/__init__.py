"""Statistics: pure functions over what the log holds, the series that the charts show. Import them from here.

Days are the local days of the sessions, weeks are ISO weeks, left and right are one set. What was not done
has no point: it is a gap, never a zero. Each says its unit, its formula and where that is from; keys such as
`foster2001` are those of `resources/references`. Monotony and strain are left out: what they were defined as
is remembered here, not seen.
"""

from trainer.domain.stats.burden import HARD_RPE, BodyDay, Burden, RunDay, SessionHead, burdens
from trainer.domain.stats.habit import (
    ADHERENCE_DAYS,
    EXPOSURE_FLAGS_D,
    Adherence,
    DayExercise,
    DayWork,
    adherence,
    adherence_between,
    by_day,
    days_since,
)
from trainer.domain.stats.kept import Kept, PlanDay, kept_weeks, weeks_in_a_row
from trainer.domain.stats.periods import WEEK, Period, monday_of
from trainer.domain.stats.progress import (
    RECORDED,
    SMALLEST_CHANGE,
    Measure,
    Performance,
    Recent,
    TrendPoint,
    measures_of,
    recent,
    records,
    told_apart,
    trend,
)
from trainer.domain.stats.sides import SESSIONS_NEEDED, SidePair, side_pairs
from trainer.domain.stats.work import change_percent, session_load_au, tension_s

__all__ = [
    "ADHERENCE_DAYS",
    "EXPOSURE_FLAGS_D",
    "HARD_RPE",
    "RECORDED",
    "SESSIONS_NEEDED",
    "SMALLEST_CHANGE",
    "WEEK",
    "Adherence",
    "BodyDay",
    "Burden",
    "DayExercise",
    "DayWork",
    "Kept",
    "Measure",
    "Performance",
    "Period",
    "PlanDay",
    "Recent",
    "RunDay",
    "SessionHead",
    "SidePair",
    "TrendPoint",
    "adherence",
    "adherence_between",
    "burdens",
    "by_day",
    "change_percent",
    "days_since",
    "kept_weeks",
    "measures_of",
    "monday_of",
    "recent",
    "records",
    "session_load_au",
    "side_pairs",
    "tension_s",
    "told_apart",
    "trend",
    "weeks_in_a_row",
]
