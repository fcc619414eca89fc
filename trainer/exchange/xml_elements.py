"""An XML file as its elements, one after the other; what is wild or no XML is a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from trainer.domain.transfer import Pulse
from trainer.errors import ExchangeError

MOST_ELEMENTS = 1_000_000
DEEPEST = 50
LONGEST_TEXT = 10_000
LONGEST_TOKEN = 256 * 1024
_PIECE = 32 * 1024
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Start:
    """An element begins, inside `parent`; names are without prefix, the first line is 1."""

    name: str
    parent: str
    attributes: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class End:
    """An element ends; `text` is its own text without space around it."""

    name: str
    parent: str
    text: str


Element: TypeAlias = Start | End


def elements(path: Path, pulse: Pulse) -> Iterator[Element]:
    """Starts and ends of all elements in the order of the file; `pulse` is told how far it has been read.

    Raises ExchangeError for what is not well-formed, has a DTD or entities, or is deeper or longer than any
    file of its kind, and what the pulse raises.
    """
    collector = _Collector(path.name)
    parser = DefusedExpatParser(forbid_dtd=True, forbid_entities=True, forbid_external=True)
    parser.setContentHandler(collector)
    collector.setDocumentLocator(parser)
    read = quiet = 0
    size = path.stat().st_size
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            _feed(parser, piece, path.name)
            read += len(piece)
            pulse(min(read / size, 1))
            quiet = 0 if collector.heard else quiet + len(piece)
            if quiet > LONGEST_TOKEN:
                raise ExchangeError(
                    f"{path.name} has a tag or comment without end; nothing was taken from it."
                )
            yield from collector.taken()
    _close(parser, path.name)
    yield from collector.taken()


def _feed(parser: DefusedExpatParser, piece: bytes, name: str) -> None:
    try:
        parser.feed(piece)
    except DefusedXmlException:
        raise ExchangeError(
            f"{name} defines entities or a document type, which no watch writes; nothing was taken from it."
        ) from None
    except (SAXException, LookupError, ValueError) as error:  # the last two: an encoding nobody knows
        raise _not_xml(name, error) from None


def _close(parser: DefusedExpatParser, name: str) -> None:
    try:
        parser.close()
    except SAXException as error:
        raise _not_xml(name, error) from None


def _not_xml(name: str, error: Exception) -> ExchangeError:
    line = getattr(error, "getLineNumber", lambda: None)()
    where = f" in line {line}" if line else ""
    return ExchangeError(f"{name} is damaged or cut off{where}; fetch it again from the watch or the site.")


class _Collector(ContentHandler):
    """Keeps what the parser tells until it is taken."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.heard = False
        self._file = name
        self._place = Locator()
        self._found: list[Element] = []
        self._names = [""]
        self._texts = [""]
        self._count = 0

    def taken(self) -> list[Element]:
        found, self._found, self.heard = self._found, [], False
        return found

    def setDocumentLocator(self, locator: Locator) -> None:
        self._place = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        self.heard = True
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise ExchangeError(
                f"{self._file} has more than {MOST_ELEMENTS:,} elements; divide it into smaller files."
            )
        if len(self._names) > DEEPEST:
            raise ExchangeError(
                f"{self._file} is nested deeper than any watch writes; nothing was taken from it."
            )
        local = name.rpartition(":")[2]
        found = {key.rpartition(":")[2]: value for key, value in attrs.items()} if len(attrs) else _NONE
        line = self._place.getLineNumber() or 1
        self._found.append(Start(local, self._names[-1], found, line))
        self._names.append(local)
        self._texts.append("")

    def endElement(self, _name: str) -> None:
        self.heard = True
        name, text = self._names.pop(), self._texts.pop().strip()
        self._found.append(End(name, self._names[-1], text))

    def characters(self, content: str) -> None:
        self.heard = True
        room = LONGEST_TEXT - len(self._texts[-1])
        if room > 0:
            self._texts[-1] += content[:room]
