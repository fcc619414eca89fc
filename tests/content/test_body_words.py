"""Statements about bodies exist only as keyed entries with a reference or the mark of an own rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.body_words import (
    CHECKOUT,
    GROUNDED_FOLDERS,
    PROMISE,
    everywhere,
    in_code,
    in_content,
    in_words,
    reviewed_phrases,
    speaks_of_bodies,
    unreviewed,
)
from trainer.catalog import load_catalog, load_rules

GROUPS = reviewed_phrases()
REVIEWED = {text for group in GROUPS.values() for text in group.phrases}
FOUND = list(everywhere())
REVIEWED_FILE = "tests/content/reviewed_phrases.toml"
INTRODUCING = ("README.md", "CHANGELOG.md", "docs/architecture.md", "docs/coach.md", "docs/content.md")


def test_no_text_outside_keyed_entries_speaks_of_bodies_unread() -> None:
    left = unreviewed(FOUND, REVIEWED)
    assert not left, (
        "these speak of the body: a statement goes into a keyed entry below resources/, and what claims "
        f"nothing into {REVIEWED_FILE}, after reading it: {left}"
    )


def test_list_of_the_reviewed_names_nothing_that_is_gone() -> None:
    gone = REVIEWED - {text for text, _ in FOUND}
    assert not gone, f"take these out of {REVIEWED_FILE}"


def test_list_of_the_reviewed_names_each_once_with_a_reason_and_no_more_than_is_needed() -> None:
    phrases = [text for group in GROUPS.values() for text in group.phrases]
    assert len(phrases) == len(set(phrases))
    assert all(group.why.endswith(".") for group in GROUPS.values())
    assert [text for text in phrases if not speaks_of_bodies(text)] == []


@pytest.mark.parametrize("name", ["names", "headings", "whom-to-ask"])
def test_names_and_headings_are_no_sentences(name: str) -> None:
    """A statement cannot hide among them."""
    for text in GROUPS[name].phrases:
        assert len(text.split()) <= 13
        assert not text.endswith(".")


def test_nothing_but_a_finding_promises_what_must_not_be_claimed() -> None:
    """What studies found in whom is told in claims, whose wording has tests of its own."""
    catalog = load_catalog()
    said = [
        *(text for text, _ in FOUND),
        *(claim.text for claim in catalog.claims.values() if claim.own_rule),
        *(rule.text for rule in load_rules().values()),
        *(text for name in INTRODUCING for text, _ in in_words(CHECKOUT / name)),
    ]
    assert [text for text in said if PROMISE.search(text)] == []


def test_content_that_is_not_looked_at_here_has_its_rows_in_the_table_of_evidence() -> None:
    assert {"exercises", "references", "workouts"} == GROUNDED_FOLDERS
    assert not any("resources/exercises" in place for _, place in FOUND)


@pytest.mark.parametrize(
    "line",
    [
        'self.tr("Nordics prevent hamstring injuries.")',
        'tr("Nordics " "protect your hamstrings.")',
        'text = f"Your hamstring is {state} now."',
        'Words("Sore muscles grow stronger.")',
        'QCoreApplication.translate("some", "Pain like this is harmless.")',
        'WORDS = {"knee": "Squats heal the knee."}',
        'TrainerError("Your tendon is torn, stop.")',
        '"{0} is good for sore calves.".format(name)',
    ],
)
def test_a_statement_in_code_is_found_however_it_is_written(tmp_path: Path, line: str) -> None:
    file = tmp_path / "trainer" / "some.py"
    file.parent.mkdir()
    file.write_text(f'"""Knees may be named here: nobody but us reads it."""\n{line}\n', encoding="utf-8")
    assert len(unreviewed(in_code(file, tmp_path), REVIEWED)) == 1


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('[one]\ntext = "Sore muscles need rest."\n', 1),
        ('[one]\ntext = "Sore muscles need rest."\nown_rule = true\n', 0),
        ('[one]\ntext = "Sore muscles need rest."\nown_rule = false\n', 1),
        ('[one]\ntext = "Sore muscles need rest."\nreferences = ["wu2024"]\n', 0),
        ('[one]\ntext = "Sore muscles need rest."\nreferences = []\n', 1),
        ('references = ["wu2024"]\n[one]\ntext = "Sore muscles need rest."\n', 1),
        ('[[one.two]]\nown_rule = true\ntext = "Yes, sore."\n[[one.two]]\nwords = ["Hips get stiff."]\n', 1),
        ('name = "Hips and more"\n', 1),
    ],
)
def test_a_statement_in_content_is_found_unless_it_says_what_it_rests_on(
    tmp_path: Path, content: str, found: int
) -> None:
    file = tmp_path / "resources" / "plans" / "some.toml"
    file.parent.mkdir(parents=True)
    file.write_text(content, encoding="utf-8")
    assert len(unreviewed(in_content(file, tmp_path), REVIEWED)) == found


def test_a_statement_in_the_readme_is_found_sentence_by_sentence_and_cell_by_cell(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text(
        "# Some\n\nIt is a program. It makes\nyour *hamstrings* stronger. It starts.\n\n"
        "- Fewer injuries\n- Nothing\n\n| a | b |\n|---|---|\n| runs | eases sore [calves](x.md) |\n\n"
        "```sh\necho sore calves\n```\n",
        encoding="utf-8",
    )
    assert set(unreviewed(in_words(file, tmp_path), REVIEWED)) == {
        "It makes your hamstrings stronger.",
        "Fewer injuries",
        "eases sore calves",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Proven to work.",
        "Nordics cut running injuries by 51 %.",
        "It lowers your risk.",
        "Fewer injuries, more running.",
        "It prevents an injury.",
        "Eccentric bridges work as well as Nordics.",
        "It raises VO2max.",
        "Tight means overworked.",
        "Stretching does not help.",
        "Protects your knees.",
        "We promise fewer injuries.",
    ],
)
def test_a_promise_is_known_in_many_words(text: str) -> None:
    assert PROMISE.search(text)


def test_a_denial_is_no_promise() -> None:
    assert not PROMISE.search("This app does not promise fewer injuries. No promise of fewer injuries.")
