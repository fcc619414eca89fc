"""What the phases and the hamstrings' work are called, and which claims belong to a phase."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trainer.domain.stride import Phase, Work

SPEED_MEASURED = "stride-speed-measured"
BAND_CLAIMS = frozenset({"stride-stance"})
"""The claim whose source gives the hamstrings' band and its borders."""
CLAIMS_OF_PHASE = {
    "early-stance": ("stride-stance", "stride-early-stance-quads"),
    "late-stance": ("stride-stance", "stride-push-off-calf"),
    "early-swing": ("stride-fast-running",),
    "late-swing": ("stride-late-swing", "stride-dispute", "stride-strain-moment"),
    "end-of-swing": ("stride-stance",),
}
"""Keys of claims by phase. What is told at the place "stride" and is not here shows below the runner."""

TOPICS = (
    (
        "Runners",
        (
            "runners-evidence-mixed",
            "runners-on-their-own",
            "runners-hip-core-and-foot",
            "foot-two-trials-disagree",
            "week-to-week-change",
            "training-measures-conflict",
        ),
    ),
    (
        "Hamstring exercises",
        (
            "nordics-not-in-runners",
            "nordics-half",
            "nordic-volume-disputed",
            "nordic-set-up-unreported",
            "slider-bridge-toward-nordics",
            "single-leg-bridge-test",
        ),
    ),
    (
        "The stride, and tightness",
        ("stride-speed-measured", "stride-dispute", "stride-strain-moment", "tightness-feeling"),
    ),
    (
        "Pain in tendon, foot and knee",
        (
            "holds-not-superior",
            "holds-six-players",
            "foot-core-idea",
            "knee-pain-education",
            "outer-knee-no-regimen",
            "pain-no-universal-line",
        ),
    ),
    ("What tests show", ("break-point-contested", "side-gap-no-danger-line")),
    (
        "Other sports",
        (
            "sports-strength-and-injury",
            "sports-overuse-halved",
            "grading-of-evidence",
            "adductor-programme-as-used",
        ),
    ),
)
"""What is known, by topic: a heading (English, for the user) and keys of claims at the place "limits"."""

WORK_ICONS = {
    Work.LENGTHENING: "unfold-horizontal",
    Work.SHORTENING: "fold-horizontal",
    Work.NOT_TOLD: "minus",
}


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("learn", text)


def phase_words(phase: Phase) -> str:
    """`Late swing`."""
    return tr(phase.name)


def work_words(work: Work) -> str:
    """What the hamstrings do, as the source says it, or that it does not say."""
    words = {
        Work.LENGTHENING: tr("Lengthening under load"),
        Work.SHORTENING: tr("Shortening under load"),
        Work.NOT_TOLD: tr("No loaded work described"),
    }
    return words[work]


def short_work_words(work: Work) -> str:
    """The same where there is little room."""
    return tr("Not told") if work is Work.NOT_TOLD else work_words(work)


def moment_words(phase: Phase, percent: float) -> str:
    """For a screen reader: `Late swing, 70 % of the cycle. Hamstrings: lengthening under load.`"""
    work = work_words(phase.work)
    return tr("{0}, {1} % of the cycle. Hamstrings: {2}.").format(
        phase_words(phase), int(percent), work[:1].lower() + work[1:]
    )
