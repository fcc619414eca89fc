"""The player's keys in words, for the list that F1 shows."""

from __future__ import annotations

from trainer.ui.session.wording import tr


def key_rows() -> list[tuple[str, str]]:
    """What each does, and its keys."""
    return [
        (
            tr("Pause and go on; in a set of your own pace: done"),
            tr("Space, Page Down, click, play"),
        ),
        (tr("Set done, or rest over"), tr("Enter")),
        (tr("Next step"), "→"),
        (tr("Start of this step; twice: the one before"), "←"),
        (tr("Ten seconds more or less rest"), "↑ ↓"),
        (tr("A paced set at your own pace"), "O"),
        (tr("One set more of this exercise"), "S"),
        (tr("An easier exercise for what is left of this one"), "E"),
        (tr("Undo a set more, an easier exercise, or what pain has ended"), "Ctrl+Z"),
        (tr("Reps or seconds of the set just done"), "+ −"),
        (tr("Its RPE; with Shift half less"), tr("1 … 9, 0 for ten")),
        (tr("Its pain, load, lean, note"), "P L A N"),
        (tr("It was a warm-up"), "W"),
        (tr("Mute"), "M"),
        (tr("Whole screen or window"), "F11"),
        (tr("Leave; it can be resumed"), tr("Esc")),
    ]
