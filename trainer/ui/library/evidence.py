"""The evidence behind an exercise: its grade in words, and which numbers are the app's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trainer.domain.exercise import Evidence, Exercise


def grade_words(evidence: Evidence | None) -> str:
    """What the grade of an exercise means."""
    words = {
        Evidence.TRIAL: "This exercise, or a named variant of it, was used in a cited trial.",
        Evidence.MECHANICS: "Supported by measurements of muscles or movement, not by a trial of it.",
        Evidence.PRACTICE: "Common practice; no trial of this exercise is cited.",
        None: "Your own exercise; no evidence is claimed for it.",
    }
    return QCoreApplication.translate("evidence", words[evidence])


def own_rule_words(exercise: Exercise) -> str:
    """Which of its numbers are the app's own, or "" where none is."""
    if not exercise.own_rules:
        return ""
    names = [QCoreApplication.translate("evidence", name) for name in exercise.own_rules]
    return QCoreApplication.translate("evidence", "Own rule of this app, from no study: {0}.").format(
        ", ".join(names)
    )
