"""What a PDF of ours says, read back with the standard library alone."""

from __future__ import annotations

import re
import zlib

_TOKENS = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|\b(ET)\b")


def page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\n", pdf))


def page_sizes(pdf: bytes) -> set[tuple[float, float]]:
    """Width and height of the pages in points."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return {(float(width), float(height)) for width, height in found}


def title(pdf: bytes) -> str:
    """The title that a reader shows in its window."""
    found = re.search(rb"/Title \(\xfe\xff(.*?)\)\n/Creator", pdf, re.DOTALL)
    assert found is not None
    return found[1].decode("utf-16-be")


def text(pdf: bytes) -> str:
    """The words of all pages as one would copy them, a line each time words were put anew."""
    maps: dict[bytes, dict[int, str]] = {}
    parts = []
    for page in re.findall(rb"/Type /Page\n/Parent \d+ 0 R\n/Contents (\d+) 0 R", pdf):
        font: dict[int, str] = {}
        for name, codes, end in _TOKENS.findall(_content(pdf, page)):
            if name:
                if name not in maps:
                    maps[name] = _unicode_of(pdf, name)
                font = maps[name]
            elif codes:
                parts += [font[int(codes[at : at + 4], 16)] for at in range(0, len(codes), 4)]
            elif end:
                parts.append("\n")
    return "".join(parts).replace("\t", " ")  # one glyph in Inter


def pictures(pdf: bytes) -> int:
    """How many pictures of pixels it holds."""
    return len(re.findall(rb"/Subtype /Image", pdf))


def _object(pdf: bytes, number: bytes) -> bytes:
    found = re.search(rb"\n" + number + rb" 0 obj\n", pdf)
    assert found is not None
    return pdf[found.end() :]


def _content(pdf: bytes, number: bytes) -> bytes:
    at = _object(pdf, number)
    return zlib.decompressobj().decompress(at[at.index(b"stream\n") + 7 :])


def _unicode_of(pdf: bytes, font: bytes) -> dict[int, str]:
    """What the glyphs of a font stand for."""
    named = re.search(rb"/ToUnicode (\d+) 0 R", _object(pdf, font).split(b"endobj")[0])
    assert named is not None
    table = _object(pdf, named[1]).split(b"endobj")[0]
    found: dict[int, str] = {}
    for first, _, values in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> \[(.*?)\]", table, re.DOTALL):
        for place, value in enumerate(re.findall(rb"<([0-9A-F ]+)>", values)):
            found[int(first, 16) + place] = bytes.fromhex(value.decode()).decode("utf-16-be")
    spans = re.sub(rb"\[.*?\]", b"", table, flags=re.DOTALL)
    for first, last, value in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>", spans):
        for place in range(int(last, 16) - int(first, 16) + 1):
            found[int(first, 16) + place] = chr(int(value, 16) + place)
    return found


def inks(pdf: bytes) -> set[bytes]:
    """The colours that anything on the pages has, as the PDF writes them."""
    found: set[bytes] = set()
    for page in re.findall(rb"/Type /Page\n/Parent \d+ 0 R\n/Contents (\d+) 0 R", pdf):
        found |= set(re.findall(rb"([\d.]+ [\d.]+ [\d.]+) (?:scn|SCN)", _content(pdf, page)))
    return found
