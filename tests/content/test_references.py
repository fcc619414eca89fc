"""Walks all shipped sources: they can be found, and carry no page numbers and nothing from memory."""

from __future__ import annotations

import re

import pytest

from trainer.catalog import load_catalog
from trainer.domain.exercise import Reference

REFERENCES = list(load_catalog().references.values())
BEFORE_ALL = {
    "vandyk2019",
    "petersen2011",
    "wu2024",
    "toresdahl2020",
    "leppanen2024",
    "taddei2020",
    "blagrove2018",
    "storen2008",
    "balsalobre2016",
    "arnason2008",
    "orishimo2015",
    "chumanov2011",
    "schache2012",
    "kenneally2019",
    "vanhooren2017",
    "kalkhoven2023",
    "alattar2017",
    "lauersen2018",
    "lauersen2014",
    "fredette2022",
    "frandsen2025",
    "hansberger2019",
}

each_reference = pytest.mark.parametrize("reference", REFERENCES, ids=[one.key for one in REFERENCES])


@each_reference
def test_source_can_be_found(reference: Reference) -> None:
    known = reference.authors and reference.year and reference.title
    assert known or reference.doi or reference.pmid or reference.pmcid or reference.journal
    assert re.fullmatch(r"(10\.\d{4,5}/\S+)?", reference.doi)
    assert re.fullmatch(r"\d{8}|", reference.pmid)
    assert re.fullmatch(r"(PMC\d+)?", reference.pmcid)
    assert reference.year is None or str(reference.year) in reference.key


@each_reference
def test_source_says_nothing_from_memory_and_no_pages(reference: Reference) -> None:
    text = f"{reference.authors} {reference.title} {reference.journal} {reference.finding}"
    assert "mem" not in re.findall(r"[a-z]+", text)
    assert not re.search(r"\d+\(\d+\)|;\s*\d+:|:\d+–\d+|!", text)
    assert reference.finding.endswith(".")
    assert not reference.authors.endswith(",")


def test_what_was_not_seen_has_no_figures() -> None:
    """Their figures are known from memory alone."""
    findings = {reference.key: reference.finding for reference in REFERENCES}
    for key in ("cheung2003", "bourne2017arch", "vanderhorst2015", "alattar2017"):
        assert "%" not in findings[key]
        assert not re.search(r"\bRR\b|\bOR\b|0\.\d", findings[key])


def test_sources_of_what_may_be_claimed_are_there() -> None:
    assert {reference.key for reference in REFERENCES} >= BEFORE_ALL
