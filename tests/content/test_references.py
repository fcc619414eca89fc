"""Walks all shipped sources: they can be found, and carry no page numbers and nothing from memory."""

from __future__ import annotations

import re

import pytest

from trainer.catalog import load_catalog
from trainer.domain.exercise import Reference

REFERENCES = list(load_catalog().references.values())
CORE_SEEN = """
    mjolsnes2004 arnason2008 petersen2011 vanderhorst2015 alattar2017 vandyk2019 ripley2021 askling2013
    askling2014 bourne2017arch bourne2017act presland2018 behan2022 cuthbert2020 orishimo2015 hegyi2019
    chumanov2011 schache2012 novacheck1998 kenneally2019 hamner2010 dorn2012 hansberger2019 hickey2020
    goom2016 alfredson1998 fahlstrom2003 silbernagel2007 beyer2015 chimenti2024 clifford2020
    hebertlosier2017 rathleff2015 riel2019 morrissey2021 mckeon2015 haroy2019 ishoi2016 polglass2019
    weir2015 willy2019 esculier2018 mellor2018 distefano2009 ekstrom2007 thorborg2016 mckay2020 itbs2024
    blagrove2018 balsalobre2016 storen2008 engeroff2023 lauersen2014 lauersen2018 wu2024 leppanen2024
    toresdahl2020 videbaek2015 fredette2022 frandsen2025 dalenlorentsen2021 gabbett2016 impellizzeri2020jat
    foster2001 day2004 hackett2017 acsm2009 sconce2015 lee2018 bpa2021 bishop2018 vincent2017 mchugh2003
    cheung2003 warden2014 robertson2017 menendez2020 finucane2020
"""
SUPPORTING_SEEN = """
    ishoi2020 alt2022 freckleton2014 kalkhoven2023 beatty2017 silbernagel2020 silbernagel2015 martin2018
    rio2015 lindblom2023 stenso2022 collins2018 lewis2018 infographic2020 francis2019 nielsen2014plos
    foster2021 bishop2016 clarsen2013 small2009 boonstra2014 hyldahl2017 cleary2002
"""
CORE_IN_PART = """
    taddei2020 zourdos2016 nhs_dvt
"""
SUPPORTING_IN_PART = """
    siddle2022 nhe_rest2021 vandentillaar2017 vanhooren2017 colosimo_avulsion soga2021
"""
CORE_FROM_MEMORY = """
    thomee1997
"""
SUPPORTING_FROM_MEMORY = """
    nielsen2014jospt impellizzeri2020ijspp foster1998 ottawa
"""

MARKS = {
    ("V", True): CORE_SEEN,
    ("V", False): SUPPORTING_SEEN,
    ("P", True): CORE_IN_PART,
    ("P", False): SUPPORTING_IN_PART,
    ("M", True): CORE_FROM_MEMORY,
    ("M", False): SUPPORTING_FROM_MEMORY,
}
"""The keys of all sources, as the list of evidence marks them."""

each_reference = pytest.mark.parametrize("reference", REFERENCES, ids=[one.key for one in REFERENCES])


@each_reference
def test_source_can_be_found(reference: Reference) -> None:
    known = reference.authors and reference.title
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


@pytest.mark.parametrize(("mark", "core"), MARKS)
def test_every_source_is_there_under_its_mark(mark: str, core: bool) -> None:
    shipped = {one.key for one in REFERENCES if one.mark == mark and one.core is core}
    assert shipped == set(MARKS[mark, core].split())


def test_what_was_not_seen_has_no_figures() -> None:
    """Their figures are known from memory alone."""
    findings = {reference.key: reference.finding for reference in REFERENCES}
    unseen = (
        "cheung2003",
        "bourne2017arch",
        "vanderhorst2015",
        "alattar2017",
        "lauersen2014",
        "dalenlorentsen2021",
        "gabbett2016",
        "menendez2020",
        "willy2019",
        "chimenti2024",
        "beyer2015",
    )
    for key in unseen:
        assert not re.search(r"\bRR\b|\bOR\b|\bn ?=|0\.\d|1\.3", findings[key])
        assert "%" not in findings[key] or key == "beyer2015"


def test_what_is_known_from_memory_says_nothing_of_fact() -> None:
    assert {one.finding for one in REFERENCES if one.mark == "M"} == {
        "Known from memory only, so nothing is taken from it."
    }


def test_no_source_stands_there_twice() -> None:
    for name in ("title", "doi", "pmid", "pmcid"):
        told = [value for reference in REFERENCES if (value := getattr(reference, name))]
        assert len(set(told)) == len(told)
