"""Themes: the colours of a TOML file as a palette and one style sheet, on top of Fusion.

Widgets that paint themselves read the palette, so that they follow a change of theme by themselves:
`WindowText` text, `PlaceholderText` muted, `Window` background, `Base` surface, `Mid` line,
`Highlight` accent, `HighlightedText` text on it. Phases and the figure have colours of their own in `Theme`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from trainer.errors import ContentError
from trainer.resources import resource_path

FONT_FAMILY = "Inter"
TYPE_SCALE_PX = {"caption": 12, "small": 14, "body": 16, "heading": 20, "title": 28, "display": 40}
LIGHT, DARK = "light", "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The tokens of the look, as `#RRGGBB`."""

    background: str
    surface: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    work: str
    rest: str
    get_ready: str
    change_sides: str
    on_phase: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme; `figure` names the demonstrator's colours."""

    name: str
    dark: bool
    colours: Colours
    figure: Mapping[str, str]


def load_theme(name: str) -> Theme:
    """The theme of `resources/themes/<name>.toml`; raises ContentError naming each wrong key."""
    path = resource_path(f"themes/{name}.toml")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        colours, figure = dict(table["colours"]), dict(table["figure"])
        dark = bool(table["dark"])
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ContentError(
            f"The theme {path.name} cannot be read ({error}); install the program again."
        ) from error
    _check(path.name, colours, figure)
    return Theme(name=name, dark=dark, colours=Colours(**colours), figure=MappingProxyType(figure))


def _check(file_name: str, colours: Mapping[str, object], figure: Mapping[str, object]) -> None:
    wanted = {field.name for field in fields(Colours)}
    wrong = sorted(wanted.symmetric_difference(colours))
    wrong += sorted(key for key, value in {**colours, **figure}.items() if not _is_colour(value))
    if wrong:
        raise ContentError(f"The theme {file_name} has wrong entries: {', '.join(wrong)}.")


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and value.startswith("#") and QColor(value).isValid()


def mix(one: str, other: str, part: float) -> str:
    """`part` of the colour `one` over the colour `other`."""
    first, second = QColor(one), QColor(other)
    pairs = ((first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue()))
    return QColor(*(round(a * part + b * (1 - part)) for a, b in pairs)).name()


def load_fonts() -> None:
    """Makes the bundled typeface known to Qt; needs the application object."""
    for weight in ("Regular", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resource_path(f"fonts/Inter-{weight}.otf")))


def apply_theme(app: QApplication, theme: Theme, text_percent: int = 100) -> None:
    """Gives the application the theme's palette, type and style sheet; running widgets follow at once."""
    app.setPalette(palette_of(theme))
    font = QFont(FONT_FAMILY)
    font.setPixelSize(scaled_px(TYPE_SCALE_PX["body"], text_percent))
    app.setFont(font)
    app.setStyleSheet(style_sheet(theme, text_percent))


def scaled_px(size_px: int, text_percent: int) -> int:
    return round(size_px * text_percent / 100)


def text_scale() -> float:
    """How large text is on this application, 1.0 being the look as drawn."""
    size_px = QApplication.font().pixelSize()
    return size_px / TYPE_SCALE_PX["body"] if size_px > 0 else 1.0


def palette_of(theme: Theme) -> QPalette:
    """The palette that the module's docstring describes."""
    colours = theme.colours
    muted_disabled = mix(colours.muted, colours.surface, 0.55)
    roles = {
        QPalette.ColorRole.Window: colours.background,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: mix(colours.line, colours.surface, 0.3),
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.line,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.surface,
        QPalette.ColorRole.ToolTipText: colours.text,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(muted_disabled))
    return palette


def style_sheet(theme: Theme, text_percent: int) -> str:
    """The style sheet of `resources/themes/window.qss` with the theme's tokens put in."""
    colours = theme.colours
    tokens = {field.name: getattr(colours, field.name) for field in fields(Colours)}
    tokens |= {
        "accent_hover": mix(colours.accent, colours.text, 0.86),
        "accent_pressed": mix(colours.accent, colours.text, 0.72),
        "accent_tint": mix(colours.accent, colours.surface, 0.12),
        "accent_line": mix(colours.accent, colours.surface, 0.45),
        "hover": mix(colours.text, colours.surface, 0.05),
        "hover_ground": mix(colours.text, colours.background, 0.06),
        "pressed": mix(colours.text, colours.surface, 0.10),
        "control_line": mix(colours.muted, colours.surface, 0.45),
        "disabled": mix(colours.muted, colours.surface, 0.55),
        "scroll": mix(colours.muted, colours.background, 0.40),
        "scroll_hover": mix(colours.muted, colours.background, 0.65),
        "toast_accent": mix(colours.accent, colours.background, 0.45),
        "toast_hover": mix(colours.background, colours.text, 0.14),
        "chevron": resource_path(f"themes/{theme.name}-chevron-down.svg").as_posix(),
        "chevron_up": resource_path(f"themes/{theme.name}-chevron-up.svg").as_posix(),
        "check": resource_path(f"themes/{theme.name}-check.svg").as_posix(),
    }
    sizes = {f"{name}_px": f"{scaled_px(size, text_percent)}px" for name, size in TYPE_SCALE_PX.items()}
    template = resource_path("themes/window.qss").read_text(encoding="utf-8")
    boxes = {f"box_{px}": f"{scaled_px(px, text_percent)}px" for px in (5, 6, 10, 11, 16, 18, 20)}
    for name, value in sorted((tokens | sizes | boxes).items(), key=_longest_first):
        template = template.replace(f"${name}", value)
    return template


def _longest_first(entry: tuple[str, str]) -> int:
    """So that `$accent` does not take the beginning of `$accent_tint`."""
    return -len(entry[0])
