"""Finding exercises by what one types: prefixes first, then typos; names before synonyms before muscles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from trainer.domain.exercise import Exercise
from trainer.domain.vocabulary import MUSCLES, REGIONS

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})

# How much a hit counts by where it is, and by what kind of hit it is (own rule).
_NAME, _SHORT_NAME, _SYNONYM, _REGION, _PRIMARY, _SECONDARY = 1.0, 0.95, 0.9, 0.6, 0.6, 0.45
_EXACT, _PREFIX, _WITHIN, _TYPO, _PER_TYPO, _TYPO_IN_PREFIX = 1.0, 0.9, 0.6, 0.85, 0.15, 0.05
_WHOLE_NAME_BONUS, _WHOLE_SYNONYM_BONUS, _WHOLE_LEAST = 1.0, 0.5, 75
_REMEMBERED_WORDS = 256


def fold(text: str) -> str:
    """Small letters without accents, the words parted by single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return " ".join(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def _typos_allowed(length: int) -> int:
    return 0 if length < 3 else 1 if length < 6 else 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is compared with the query as a whole."""

    name: str
    synonyms: tuple[str, ...]


@dataclass(slots=True)
class SearchIndex:
    """Words of a list of exercises, made once; `find` answers a thousand of them in milliseconds."""

    exercises: Sequence[Exercise]
    _entries: list[_Entry] = field(init=False, default_factory=list)
    _words: list[str] = field(init=False, default_factory=list)
    _places: dict[str, dict[int, float]] = field(init=False, default_factory=dict)
    _phrases: list[str] = field(init=False, default_factory=list)
    _phrase_places: list[int] = field(init=False, default_factory=list)
    _cut: dict[int, list[str]] = field(init=False, default_factory=dict)
    _alike: dict[str, dict[str, float]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for place, exercise in enumerate(self.exercises):
            self._add(place, exercise)
        self._words = list(self._places)

    def find(self, query: str) -> list[Exercise]:
        """Exercises that fit, the best first; those of equal worth in the order of the list."""
        folded = fold(query)
        if not folded:
            return list(self.exercises)
        scores = self._by_words(folded.split())
        for place, score in self._by_phrase(folded):
            scores[place] = max(score, scores.get(place, 0.0))
        for place in scores:
            scores[place] += self._whole_bonus(folded, self._entries[place])
        return [self.exercises[place] for place in sorted(scores, key=lambda place: (-scores[place], place))]

    def _add(self, place: int, exercise: Exercise) -> None:
        name, synonyms = fold(exercise.name), tuple(fold(synonym) for synonym in exercise.synonyms)
        self._entries.append(_Entry(name, synonyms))
        for phrase in (name, *synonyms):
            self._phrases.append(phrase)
            self._phrase_places.append(place)
        for text, weight in _weighted(exercise):
            for word in fold(text).split():
                places = self._places.setdefault(word, {})
                places[place] = max(weight, places.get(place, 0.0))

    def _by_words(self, wanted: list[str]) -> dict[int, float]:
        """Scores of the exercises that have every word of the query, or of those with the most of them."""
        totals: dict[int, float] = {}
        counts: dict[int, int] = {}
        for word in wanted:
            for place, score in self._word_scores(word).items():
                totals[place] = totals.get(place, 0.0) + score
                counts[place] = counts.get(place, 0) + 1
        most = max(counts.values(), default=0)
        if 2 * most < len(wanted):
            return {}
        return {place: totals[place] / len(wanted) for place, count in counts.items() if count == most}

    def _word_scores(self, word: str) -> dict[int, float]:
        scores: dict[int, float] = {}
        for known, likeness in self._likenesses(word).items():
            for place, weight in self._places[known].items():
                scores[place] = max(likeness * weight, scores.get(place, 0.0))
        return scores

    def _likenesses(self, word: str) -> dict[str, float]:
        """Known words that `word` may mean, 0 to 1; remembered, since a keystroke changes one word only."""
        if word not in self._alike:
            if len(self._alike) >= _REMEMBERED_WORDS:
                self._alike.clear()
            self._alike[word] = dict(self._compare(word))
        return self._alike[word]

    def _compare(self, word: str) -> Iterator[tuple[str, float]]:
        """Later pairs are the better ones, so that they win in a dict."""
        allowed = _typos_allowed(len(word))
        if allowed:
            cut = self._cut.setdefault(len(word), [known[: len(word)] for known in self._words])
            for choices, loss in ((cut, _TYPO_IN_PREFIX), (self._words, 0.0)):
                hits = process.extract(word, choices, scorer=OSA.distance, score_cutoff=allowed, limit=None)
                for _, distance, index in hits:
                    yield self._words[index], _TYPO - _PER_TYPO * distance - loss
            yield from ((known, _WITHIN) for known in self._words if word in known)
        for known in self._words:
            if known.startswith(word):
                nearness = len(word) / len(known)
                yield known, _EXACT if known == word else _PREFIX + 0.05 * nearness

    def _by_phrase(self, folded: str) -> Iterator[tuple[int, float]]:
        """Names and synonyms that resemble the whole query: words run together or torn apart."""
        hits = process.extract(
            folded, self._phrases, scorer=fuzz.ratio, score_cutoff=_WHOLE_LEAST, limit=None
        )
        for _, ratio, index in hits:
            yield self._phrase_places[index], _SYNONYM * ratio / 100

    @staticmethod
    def _whole_bonus(folded: str, entry: _Entry) -> float:
        if entry.name.startswith(folded):
            return _WHOLE_NAME_BONUS
        if any(synonym.startswith(folded) for synonym in entry.synonyms):
            return _WHOLE_SYNONYM_BONUS
        return 0.0


def _weighted(exercise: Exercise) -> Iterator[tuple[str, float]]:
    """Every text of an exercise that can be searched, with its weight."""
    yield exercise.name, _NAME
    yield exercise.short_name, _SHORT_NAME
    yield from ((synonym, _SYNONYM) for synonym in exercise.synonyms)
    yield REGIONS.get(exercise.region, exercise.region), _REGION
    yield from ((text, _PRIMARY) for text in _muscle_words(exercise.primary_muscles))
    yield from ((text, _SECONDARY) for text in _muscle_words(exercise.secondary_muscles))


def _muscle_words(muscles: Iterable[str]) -> Iterator[str]:
    for muscle in muscles:
        yield muscle
        yield MUSCLES.get(muscle, "")
