"""Moving pictures as GIF and WebP files, which Qt reads but does not write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PIL.Image import Image

# Both formats tell this time exactly: GIF counts in hundredths, WebP in thousandths of a second.
FRAMES_A_S = 25
FOR_EVER = 0
# What the writers are told. A GIF's unchanged pixels are left transparent only when it is optimized; of so
# few colours a lossless WebP is smaller than a lossy one that looks as good.
OPTIONS: dict[str, dict[str, Any]] = {
    "GIF": {"optimize": True},
    "WEBP": {"lossless": True, "quality": 75, "method": 4},
}
# The colours are looked for in so many frames; one place of a GIF's 256 is kept for "unchanged".
LOOKED_AT = 6
COLOURS = 255


def animation_bytes(draw: Callable[[int], QImage], frames: int, format_: str) -> bytes:
    """The file of an animation that never ends, `FRAMES_A_S` pictures a second; `format_` is GIF or WEBP.

    `draw` paints the picture of a number below `frames`; it is asked for some of them once before, to find
    the colours, then for each in turn. Equal neighbours become one longer picture.
    """
    step = max(1, frames // LOOKED_AT)
    palette = _palette([_picture(draw(number)) for number in range(0, frames, step)])
    pictures = _in_colours(palette, (_picture(draw(number)) for number in range(frames)))
    file = BytesIO()
    next(pictures).save(
        file,
        format_,
        save_all=True,
        append_images=pictures,
        duration=1000 // FRAMES_A_S,
        loop=FOR_EVER,
        **OPTIONS[format_],
    )
    return file.getvalue()


def _picture(image: QImage) -> Image:
    from PIL import Image  # start-up saving: only an animation asks for it

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    return Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine())


def _palette(pictures: list[Image]) -> Image:
    """A picture with the colours of all these: one palette for all frames, so that nothing flickers.

    The colour of the first corner, which is the ground's, is kept as it is.
    """
    from PIL import Image  # start-up saving: as above

    width, height = pictures[0].size
    strip = Image.new("RGB", (width, height * len(pictures)))
    for number, picture in enumerate(pictures):
        strip.paste(picture, (0, number * height))
    colours = strip.quantize(COLOURS, Image.Quantize.FASTOCTREE).getpalette() or []
    ground = strip.crop((0, 0, 1, 1)).tobytes()
    like_it = min(range(0, len(colours), 3), key=lambda at: _distance(colours[at : at + 3], ground))
    colours[like_it : like_it + 3] = ground
    palette = Image.new("P", (1, 1))
    palette.putpalette(colours)
    return palette


def _distance(one: Sequence[int], other: Sequence[int]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _in_colours(palette: Image, pictures: Iterator[Image]) -> Iterator[Image]:
    from PIL.Image import Dither  # start-up saving: as above

    for picture in pictures:
        yield picture.quantize(palette=palette, dither=Dither.NONE)
