"""What the builder says of a workout in a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from trainer.domain.arranging import Block
from trainer.domain.balance import Balance
from trainer.domain.targets import warm_ups, working
from trainer.domain.workout import WorkoutItem
from trainer.services.building import Length
from trainer.ui.session.wording import load_words
from trainer.ui.wording import item_text, minutes_text, seconds_text, sets_text


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("builder", text)


def item_facts(item: WorkoutItem, unit: str) -> str:
    """`3 × 8 each side · 40 kg · 1 warm-up · rest 90 s`."""
    before = len(warm_ups(item))
    facts = [
        item_text(replace(item, sets=working(item))),
        _loads(item, unit),
        "" if not before else tr("1 warm-up") if before == 1 else tr("{0} warm-ups").format(before),
        tr("rest {0}").format(seconds_text(item.rest_s)),
    ]
    return " · ".join(fact for fact in facts if fact)


def block_word(block: Block) -> str:
    """`Superset A` of two, `Circuit A` of more, nothing for what is done by itself."""
    if not block.together:
        return ""
    two = block.last - block.first == 1
    return (tr("Superset {0}") if two else tr("Circuit {0}")).format(block.group)


def length_words(length: Length) -> str:
    """`22 min · 9 sets · 8 min of work`; nothing before there is a set."""
    if not length.sets:
        return ""
    work = tr("{0} of work").format(minutes_text(length.work_s))
    return " · ".join((minutes_text(length.whole_s), sets_text(length.sets), work))


def balance_words(balance: Balance) -> str:
    """`Hamstrings: 9 sets lengthen, 6 shorten · 6 from the knee, 3 from the hip`."""
    contracting = (
        (balance.lengthening, tr("{0} lengthening")),
        (balance.shortening, tr("{0} shortening")),
        (balance.holding, tr("{0} holding")),
    )
    from_where = ((balance.knee, tr("{0} from the knee")), (balance.hip, tr("{0} from the hip")))
    parts = [_counted(contracting), _counted(from_where) if balance.hamstrings else ""]
    told = " · ".join(part for part in parts if part)
    of = tr("Hamstring sets: {0}") if balance.hamstrings else tr("Sets: {0}")
    return of.format(told) if told else ""


def lacking_words(balance: Balance) -> str:
    """`Nothing that shortens yet, nothing from the hip yet.`"""
    words = {
        "lengthening": tr("nothing that lengthens"),
        "shortening": tr("nothing that shortens"),
        "knee": tr("nothing from the knee"),
        "hip": tr("nothing from the hip"),
    }
    told = tr(", ").join(words[name] for name in balance.lacks)
    return tr("{0} yet.").format(told[:1].upper() + told[1:]) if told else ""


def day_words(iso: str) -> str:
    """`Sat 7 March`."""
    return QLocale().toString(QDate.fromString(iso, "yyyy-MM-dd"), "ddd d MMMM")


def _loads(item: WorkoutItem, unit: str) -> str:
    loads = [target.load_kg for target in working(item) if target.load_kg]
    if not loads:
        return ""
    least, most = load_words(min(loads), unit), load_words(max(loads), unit)
    return most if least == most else f"{least.split()[0]}–{most}"


def _counted(parts: Sequence[tuple[int, str]]) -> str:
    return tr(", ").join(text.format(count) for count, text in parts if count)
