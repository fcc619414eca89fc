"""Walks all that the app claims: it rests on something, shows somewhere, and says nothing it must not."""

from __future__ import annotations

import re

import pytest

from trainer.catalog import load_catalog
from trainer.domain.claim import Claim
from trainer.domain.intake import QUESTIONS, claim_of
from trainer.domain.vocabulary import PLACES

CATALOG = load_catalog()
CLAIMS = list(CATALOG.claims.values())
NAMED = {key for exercise in CATALOG.exercises.values() for key in exercise.claims}

NEEDED = {
    "stride": {
        "stride-late-swing",
        "stride-stance",
        "stride-speed-measured",
        "stride-dispute",
        "stride-early-stance-quads",
        "stride-push-off-calf",
        "stride-fast-running",
    },
    "tightness": {"tightness-tests-disagree", "tightness-feeling", "tightness-own-rule"},
    "limits": {"nordics-not-in-runners", "runners-evidence-mixed", "no-clinician-yet"},
    "evidence": {"strength-running-economy", "single-run-spike"},
    "runs": {"single-run-spike"},
    "safety": {
        "safety-what-it-is",
        "safety-what-it-is-not",
        "places-not-diagnoses",
        "no-fewer-injuries-promised",
        "no-clinician-yet",
        "runners-evidence-mixed",
        "nordics-not-in-runners",
    },
    "first-run": {"first-run-begin-easy", "first-run-stop", "first-run-not-signed"},
    "ask-first": {"intake-ask-first", "intake-one-is-true"},
    "intake": {claim_of(question) for question in QUESTIONS},
    "emergency": {"emergency-back", "emergency-clot", "emergency-dark-urine"},
    "same-day": {
        "same-day-snap",
        "same-day-four-steps",
        "same-day-hip",
        "same-day-calf",
        "same-day-joint-or-fever",
        "same-day-nerve",
    },
    "soon": {"soon-bone", "soon-night", "soon-joint", "soon-weight-or-cancer", "soon-pain-high-or-rising"},
}
"""What each place cannot do without."""

FORBIDDEN = (
    r"injury[- ]proof|guarantee|proven|overworked|works as well|prevents? (running )?injur|"
    r"tight (means|hamstrings cause)|stretching does not|cuts? running|VO2max|"
    r"at all paces|10 % a week|cure|heals"
)

PEOPLE = (
    r"(?i)\b(people|men|adults|youths|athletes|\w*runners?|marathoners|football\w*|players|novices|sport|sprinters|"
    r"review|programmes)\b"
)
"""Reviews and surveys of programmes often do not say whom they had."""

each_claim = pytest.mark.parametrize("claim", CLAIMS, ids=[claim.key for claim in CLAIMS])


@each_claim
def test_claim_rests_on_sources_or_is_an_own_rule(claim: Claim) -> None:
    assert bool(claim.references) != claim.own_rule
    assert all(CATALOG.references[key].mark in "VP" for key in claim.references)


@each_claim
def test_claim_is_one_to_three_plain_sentences(claim: Claim) -> None:
    assert claim.text[0].isupper() or claim.text[0].isdigit()
    assert claim.text.endswith(".")
    assert len(re.findall(r"[.?](?: |$)", claim.text)) <= 3
    assert len(claim.text) <= 420
    assert not re.search(r"!|\bmem\b|PRODUCT|\b[HCGQAFT]\d\d\b|<|>|n=|—", claim.text)


@each_claim
def test_claim_says_nothing_that_must_not_be_said(claim: Claim) -> None:
    assert not re.search(FORBIDDEN, claim.text, re.IGNORECASE)


@each_claim
def test_claim_with_figures_says_whom_they_come_from(claim: Claim) -> None:
    if claim.references and claim.key != "side-gap-no-danger-line" and re.search(r"%|\d", claim.text):
        assert re.search(PEOPLE, claim.text)


@each_claim
def test_claim_shows_somewhere(claim: Claim) -> None:
    assert set(claim.place) <= PLACES
    assert claim.place or claim.key in NAMED


@pytest.mark.parametrize("place", sorted(PLACES))
def test_place_has_what_it_needs(place: str) -> None:
    assert {claim.key for claim in CLAIMS if place in claim.place} >= NEEDED[place]


@pytest.mark.parametrize("place", ["first-run", "ask-first", "intake", "emergency", "same-day", "soon"])
def test_cautions_questions_and_warning_signs_are_own_rules(place: str) -> None:
    """They are always shown, and no clinician has signed them."""
    assert all(claim.own_rule for claim in CLAIMS if place in claim.place)


def test_both_arms_of_the_runners_trial_stand_together() -> None:
    """Its good arm is never told without the bad one."""
    for claim in CLAIMS:
        if "leppanen2024" in claim.references:
            assert "3.60" in claim.text


def test_no_two_claims_say_the_same() -> None:
    texts = [claim.text for claim in CLAIMS]
    assert len(set(texts)) == len(texts)
