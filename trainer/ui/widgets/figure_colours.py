"""The figure's colours, as a theme's `[figure]` table names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor

from trainer.errors import ContentError
from trainer.ui.theme import load_theme


@dataclass(frozen=True, slots=True)
class FigureColours:
    """Each colour as `#RRGGBB`; `…_far` is for the limbs on the far side."""

    skin: str
    skin_far: str
    hair: str
    top: str
    top_far: str
    shorts: str
    shorts_far: str
    shoe: str
    shoe_far: str
    outline: str
    muscle: str
    ghost: str
    ground: str
    prop: str
    prop_accent: str

    @classmethod
    def from_table(cls, table: Mapping[str, str]) -> FigureColours:
        """The colours of a theme's `[figure]` table; raises ContentError for a missing or wrong one."""
        for one in fields(cls):
            if not QColor.isValidColorName(str(table.get(one.name, ""))):
                raise ContentError(
                    f"The theme's figure.{one.name} is not a colour; install the program again."
                )
        return cls(**{one.name: table[one.name] for one in fields(cls)})

    @classmethod
    def of_theme(cls, name: str) -> FigureColours:
        """The colours of a shipped theme, `light` or `dark`."""
        return cls.from_table(load_theme(name).figure)


def blend(first: QColor, second: QColor, share: float) -> QColor:
    """`share` (0..1) of the second colour in the first."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        first.redF() * keep + second.redF() * share,
        first.greenF() * keep + second.greenF() * share,
        first.blueF() * keep + second.blueF() * share,
    )
