"""Whatever is wrong with a place, a red flag or a page is named by file and key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trainer.catalog import load_pages, load_places
from trainer.errors import ContentError
from trainer.resources import resources_root

SHIN = "places/shin.toml"
EVERYWHERE = "red-flags/everywhere.toml"
PAGES = "clinician/pages.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the shipped content that may be damaged."""
    copy = tmp_path / "resources"
    for folder in ("exercises", "references", "places", "red-flags", "clinician"):
        shutil.copytree(resources_root() / folder, copy / folder)
    return copy


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            SHIN,
            '["double-leg-heel-raise"]',
            '["double-leg-jump"]',
            "steps: 'double-leg-jump' is not an exercise",
        ),
        (SHIN, '["double-leg-heel-raise"]', "[]", "has a step without an exercise"),
        (SHIN, '["double-leg-heel-raise"]', '["short-foot"]', "names 'short-foot' twice"),
        (SHIN, '["double-leg-heel-raise"]', '["double-leg-pogo-hops"]', "is a first step as well"),
        (SHIN, '"shin-front"', '"shin-back"', "flags: 'shin-back' is not a red flag"),
        (SHIN, '"shin-front"', '"shin-hop"', "flags: names 'shin-hop' twice"),
        (SHIN, '"shin-front"', '"no-four-steps"', "is asked everywhere already"),
        (SHIN, "look_again_d = 7", "look_again_d = 0", "look_again_d: must be one day at least"),
        (SHIN, '"menendez2020"', '"ottawa"', "'ottawa' was never seen"),
        (SHIN, '"menendez2020"', '"nobody1999"', "'nobody1999' is not a reference"),
        (SHIN, "own_rule = true", "own_rule = false", "first.1.references: must be there"),
        (SHIN, "look_again_d", "look_again", "is not a key that belongs here"),
        ("places/achilles.toml", '"heel-drop-bent-knee"]]', '"glider"]]', "rather: must be pairs"),
        (
            "places/hamstring.toml",
            'exercise = "long-lever-bridge-hold"',
            'exercise = "diver"',
            "stands on no step",
        ),
        (EVERYWHERE, 'page = "today"', 'page = "tomorrow"', "must be one of emergency, today, soon"),
        (EVERYWHERE, "own_rule = true", "own_rule = false", "own_rule: must be true"),
        (EVERYWHERE, "asked_of = [", "asked_of = [] #", "asked_of: is empty"),
        (
            "red-flags/knee.toml",
            'covers = ["no-four-steps"]',
            'covers = ["x"]',
            "'x' is not another red flag",
        ),
    ],
)
def test_what_is_wrong_with_a_place_is_told(root: Path, file: str, old: str, new: str, told: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_places(root)
    assert told in str(caught.value)


def test_a_place_too_many_and_one_that_is_missing_are_told(root: Path) -> None:
    (root / SHIN).rename(root / "places/elbow.toml")
    with pytest.raises(ContentError) as caught:
        load_places(root)
    assert "elbow.toml: is not one of the places" in str(caught.value)
    assert "shin.toml: is missing" in str(caught.value)


def test_a_page_that_is_missing_or_rests_on_nothing_is_told(root: Path) -> None:
    path = root / PAGES
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[soon", "[later").replace("own_rule = true", "", 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_pages(root)
    assert "emergency.sentences.1.references" in str(caught.value)
    assert "soon" in str(caught.value)
