"""What is wrong with content files, collected so that one reading names all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cattrs import ClassValidationError, IterableValidationError
from cattrs.errors import ForbiddenExtraKeysError

from trainer.errors import ContentError

_ADVICE = "Some content cannot be used; mend it, or install Stride Trainer again: "


@dataclass(slots=True)
class Problems:
    """Sentences of the form `resources/exercises/diver.toml: dose.sets: is missing`."""

    root: Path
    found: list[str] = field(default_factory=list)

    def add(self, file: str, key: str, what: str) -> None:
        """Notes one; `file` is below the content root, `key` is empty when the whole file is meant."""
        place = f"{self.root.name}/{file}"
        self.found.append(f"{place}: {key}: {what}" if key else f"{place}: {what}")

    def add_error(self, file: str, key: str, error: BaseException) -> None:
        """Notes all that a cattrs error says."""
        for below, what in _told(error):
            self.add(file, ".".join(part for part in (key, below) if part), what)

    def raise_if_any(self) -> None:
        """Raises one ContentError that holds every sentence."""
        if self.found:
            raise ContentError(_ADVICE + "; ".join(self.found))


def _told(error: BaseException) -> Iterator[tuple[str, str]]:
    """Yields the dotted key and the sentence of each failure within `error`; items count from one."""
    if isinstance(error, ClassValidationError):
        named, others = error.group_exceptions()
        for failure, note in named:
            missing = isinstance(failure, KeyError) and failure.args == (note.name,)
            yield from [(note.name, "is missing")] if missing else _below(note.name, failure)
        for failure in others:
            yield from _told(failure)
    elif isinstance(error, IterableValidationError):
        for failure, index in error.group_exceptions()[0]:
            yield from _below(str(int(index.index) + 1), failure)
    elif isinstance(error, ForbiddenExtraKeysError):
        for extra in sorted(error.extra_fields):
            yield extra, "is not a key that belongs here"
    else:
        yield "", str(error)


def _below(name: str, failure: BaseException) -> Iterator[tuple[str, str]]:
    for key, what in _told(failure):
        yield (f"{name}.{key}" if key else name), what
