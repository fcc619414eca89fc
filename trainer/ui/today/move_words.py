"""What became of a target, in a word or two with an icon."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trainer.domain.proposal import ItemProposal, Move
from trainer.domain.workout import WorkoutItem
from trainer.ui.wording import item_text, seconds_text

KG_IN_LB = 0.45359237


def tr(text: str) -> str:
    return QCoreApplication.translate("today", text)


def move_words(item: ItemProposal) -> tuple[str, str]:
    """Icon and words; both empty where the target is what one would expect."""
    found = {
        Move.UP: ("arrow-up", "One step up"),
        Move.DOWN: ("arrow-down", "One step down"),
        Move.BACK: ("undo-2", "Back after a break"),
        Move.DELOAD: ("wind", "Lighter week"),
        Move.SWAP: ("repeat-2", "Instead of {0}"),
        Move.OUT: ("circle-slash", "Left out today"),
        Move.CHOSEN: ("check", "Your choice"),
    }
    icon, words = found.get(item.move, ("", ""))
    return icon, tr(words).format(item.template.exercise) if words else ""


def target_words(item: WorkoutItem, unit: str) -> str:
    """`2 × 8 each side · 20 kg · rest 60 s`."""
    parts = [item_text(item), load_text(item, unit), tr("rest {0}").format(seconds_text(item.rest_s))]
    return " · ".join(part for part in parts if part)


def choice_words(item: WorkoutItem, unit: str) -> str:
    """What one may choose, as it stands in a list."""
    parts = [item.exercise, item_text(item), load_text(item, unit)]
    return " · ".join(part for part in parts if part)


def load_text(item: WorkoutItem, unit: str) -> str:
    """`20 kg`, or `20–24 kg` where the sets differ; empty without a load."""
    loads = [target.load_kg for target in item.sets if target.load_kg]
    if not loads:
        return ""
    amounts = [round(load / KG_IN_LB if unit == "lb" else load, 2) for load in (min(loads), max(loads))]
    text = "–".join(f"{amount:g}" for amount in dict.fromkeys(amounts))
    return f"{text} {unit}"
