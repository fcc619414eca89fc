"""Whatever is wrong with a content file is named by file and key, all of it in one reading."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.catalog import load_catalog, load_workout
from trainer.domain.exercise import Kind, Laterality, Range
from trainer.domain.tempo import Phase, Tempo
from trainer.errors import ContentError
from trainer.resources import resources_root

NORDIC = "exercises/nordic-hamstring-curl.toml"
HOLD = "exercises/long-lever-bridge-hold.toml"
EASY = "workouts/hamstrings-for-runners-easy.toml"
SOURCES = "references/hamstring.toml"
CLAIMS = "claims/stride.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the shipped content that may be damaged."""
    copy = tmp_path / "resources"
    for folder in ("exercises", "workouts", "references", "claims"):
        shutil.copytree(resources_root() / folder, copy / folder)
    return copy


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def complaint(load: Callable[[Path], object], root: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load(root)
    return str(caught.value)


def load_all(root: Path) -> object:
    return load_catalog(root)


def test_shipped_content_loads() -> None:
    catalog = load_catalog()
    nordic = catalog.exercises["nordic-hamstring-curl"]
    assert nordic.tempo == Tempo(5, 0, 0, 4)
    assert nordic.dose.reps == Range(4, 6)
    assert not nordic.own
    bridge = catalog.exercises["double-leg-glute-bridge"]
    assert bridge.begins_with is Phase.LIFTING
    assert catalog.exercises["long-lever-bridge-hold"].kind is Kind.HOLD
    with pytest.raises(TypeError):
        catalog.exercises["another"] = nordic  # type: ignore[index]


def test_workout_takes_over_what_the_exercise_is() -> None:
    workout = load_catalog().workouts["hamstrings-for-runners-easy"]
    lean, hinge, slider = workout.items
    assert (lean.exercise, lean.short_name, lean.logs_lean) == (
        "Partial-range Nordic",
        "Partial Nordic",
        True,
    )
    assert [target.reps for target in lean.sets] == [5, 5]
    assert hinge.side is Laterality.EACH
    assert slider.sets[0].tempo == Tempo(4, 0, 0, 3)


def test_one_workout_alone_is_the_same_as_in_the_catalog() -> None:
    for workout_id, workout in load_catalog().workouts.items():
        assert load_workout(workout_id) == workout


def test_item_without_tempo_has_that_of_its_exercise(root: Path) -> None:
    change(root, EASY, 'tempo = "3-0-1-0"\n', "")
    assert load_workout("hamstrings-for-runners-easy", root).items[0].sets[0].tempo == Tempo(3, 0, 1, 0)


def test_warm_ups_come_before_the_working_sets_and_take_from_them_what_they_do_not_say(root: Path) -> None:
    warm_ups = 'warm_ups = [{ reps = 3, tempo = "2-0-2-0" }, { load_kg = 7.5 }]'
    change(root, EASY, "sets = 2\nreps = 5\n", f"sets = 2\nreps = 5\nload_kg = 20\n{warm_ups}\n")
    first, second, *working = load_workout("hamstrings-for-runners-easy", root).items[0].sets
    assert (first.warm_up, first.reps, first.tempo, first.load_kg) == (True, 3, Tempo(2, 0, 2, 0), None)
    assert (second.warm_up, second.reps, second.tempo, second.load_kg) == (True, 5, Tempo(3, 0, 1, 0), 7.5)
    assert [(one.warm_up, one.reps, one.load_kg) for one in working] == [(False, 5, 20)] * 2


DAMAGE = [
    # what a value is
    (NORDIC, "level = 5", 'level = "5"', "level: must be a whole number"),
    (NORDIC, "level = 5", "level = true", "level: must be a whole number"),
    (NORDIC, "level = 5", "level = 6", "level: must be 1 to 5"),
    (NORDIC, 'region = "hamstring"', "region = 3", "region: must be a text in quotes that is not empty"),
    (
        NORDIC,
        'name = "Nordic hamstring curl"',
        'name = " "',
        "name: must be a text in quotes that is not empty",
    ),
    (NORDIC, "logs_lean = true", 'logs_lean = "yes"', "logs_lean: must be true or false"),
    (NORDIC, 'contraction = ["eccentric"]', 'contraction = "eccentric"', "contraction: must be a list"),
    (
        NORDIC,
        'contraction = ["eccentric"]',
        'contraction = ["slow"]',
        "contraction.1: must be one of eccentric",
    ),
    (NORDIC, '"Arching the lower back"', "7", "faults.3: must be a text"),
    (NORDIC, 'kind = "reps"', 'kind = "laps"', "kind: must be one of reps, hold, not 'laps'"),
    (NORDIC, 'side = "both"', 'side = "left"', "side: must be one of both, each"),
    (NORDIC, 'evidence = "T"', 'evidence = "X"', "evidence: must be one of T, E, P"),
    (NORDIC, 'tempo = "5-0-0-4"', 'tempo = "slow"', "tempo: a tempo is written like 3-1-1-0"),
    (NORDIC, 'tempo = "5-0-0-4"', "tempo = 5004", "tempo: must be a tempo in quotes"),
    (NORDIC, "sets = [2, 3]", "sets = [3, 2]", "dose.sets: a range runs from its least to its most"),
    (
        NORDIC,
        "sets = [2, 3]",
        "sets = [1, 2, 3]",
        "dose.sets: must be a whole number, or its least and its most",
    ),
    (NORDIC, "sets = [2, 3]", "sets = 2.5", "dose.sets: must be a whole number"),
    (NORDIC, "sets = [2, 3]", "sets = 0", "dose.sets: must be one at least"),
    # which keys there are
    (NORDIC, 'short_name = "Nordic curl"\n', "", "short_name: is missing"),
    (NORDIC, "rest_s = [60, 180]\n", "", "dose.rest_s: is missing"),
    (NORDIC, 'evidence = "T"\n', "", "evidence: is missing"),
    (NORDIC, "level = 5", "level = 5\ncolour = 1", "colour: is not a key that belongs here"),
    (NORDIC, "level = 5", "level = 5\nown = true", "own: is not a key that belongs here"),
    (NORDIC, "level = 5", 'level = 5\nfigure = "diver"', "figure: is not a key that belongs here"),
    (NORDIC, "level = 5", 'level = 5\nid = "x"', "id: does not belong here"),
    (NORDIC, "[dose]\n", "[dose]\nweeks = 3\n", "dose.weeks: is not a key that belongs here"),
    (NORDIC, 'without = "ankle-anchor"\n', "", "substitutes.1.without: is missing"),
    # what belongs together
    (NORDIC, "reps = [4, 6]", "hold_s = [4, 6]", "dose.reps: is missing for an exercise of the kind reps"),
    (NORDIC, 'tempo = "5-0-0-4"\n', "", "tempo: is missing for an exercise of the kind reps"),
    (
        HOLD,
        "level = 2",
        'level = 2\ntempo = "3-1-1-0"',
        "tempo: does not belong to an exercise of the kind hold",
    ),
    (HOLD, "hold_s = [20, 40]", "hold_s = [20, 40]\nreps = 3", "dose.reps: does not belong"),
    (NORDIC, '"Nordic curl"', '"Nordic curl for men"', "short_name: has 19 characters, 18 at most"),
    (
        HOLD,
        '"Long bridge hold"',
        '"glute bridge"',
        "short_name: is the short name of 'double-leg-glute-bridge'",
    ),
    (NORDIC, "level = 5", 'level = 5\nbegins_with = "top"', "begins_with: must be lowering or lifting"),
    # closed lists of words
    (NORDIC, 'region = "hamstring"', 'region = "thigh"', "region: 'thigh' is not a word that is known here"),
    (NORDIC, 'dominance = "knee"', 'dominance = "nose"', "dominance: 'nose' is not a word"),
    (NORDIC, '"late swing"', '"flight"', "gait_phases: 'flight' is not a word"),
    (NORDIC, '"knee-pad"', '"sledge"', "equipment: 'sledge' is not a word"),
    (NORDIC, '"knee-pad"', '"ankle-anchor"', "equipment: 'ankle-anchor' stands there twice"),
    (NORDIC, '"semimembranosus"', '"hamstring"', "primary_muscles: 'hamstring' is not a word"),
    (NORDIC, '"gastrocnemius"', '"semitendinosus"', "secondary_muscles: semitendinosus is a primary muscle"),
    (NORDIC, 'own_rules = ["dose"', 'own_rules = ["mood"', "own_rules: 'mood' is not a word"),
    (NORDIC, 'without = "ankle-anchor"', 'without = "luck"', "substitutes.without: 'luck' is not a word"),
    # where links lead
    (NORDIC, '"partial-range-nordic", ', '"nowhere", ', "easier: 'nowhere' is not another exercise"),
    (
        NORDIC,
        '"band-assisted-nordic"]',
        '"nordic-hamstring-curl"]',
        "easier: 'nordic-hamstring-curl' is not another exercise",
    ),
    (NORDIC, '"band-assisted-nordic"]', '"diver"]', "easier: 'diver' does not name this exercise as harder"),
    (NORDIC, "level = 5", "level = 3", "easier: 'partial-range-nordic' has level 4, this exercise 3"),
    (NORDIC, '"band-assisted-nordic"]', '"partial-range-nordic"]', "easier: names an exercise twice"),
    (
        NORDIC,
        'exercise_id = "slider-leg-curl"',
        'exercise_id = "x"',
        "substitutes.exercise_id: 'x' is not another",
    ),
    (NORDIC, '"petersen2011"', '"petersen2012"', "references: 'petersen2012' is not a reference"),
    # workouts
    (EASY, 'level = "easy"', 'level = "soft"', "level: must be one of easy, middle, full"),
    (EASY, 'exercise = "single-leg-rdl"', 'exercise = "rdl"', "items.2.exercise: 'rdl' is not an exercise"),
    (EASY, "reps = 5\n", "", "items.1.reps: must say how much, for an exercise of the kind reps"),
    (
        EASY,
        "reps = 5\n",
        "reps = 5\nhold_s = 4\n",
        "items.1.hold_s: does not belong to an exercise of the kind reps",
    ),
    (EASY, "reps = 5\n", "reps = 0\n", "items.1.reps: must say how much"),
    (EASY, "sets = 2\n", "sets = 0\n", "items.1.sets: must be one at least"),
    (EASY, "rest_s = 120", "rest_s = -1", "items.1.rest_s: cannot be below zero"),
    (EASY, "rest_s = 120", 'rest_s = "long"', "items.1.rest_s: must be a number"),
    (EASY, "rest_s = 120", "rest_s = 120\nrpe = 11", "items.1.rpe: must be 1 to 10"),
    (
        EASY,
        "rest_s = 120",
        "rest_s = 120\nwarm_ups = [{}, { hold_s = 4 }]",
        "items.1.warm_ups.2.hold_s: does not belong to an exercise of the kind reps",
    ),
    (EASY, "rest_s = 120", "rest_s = 120\nwarm_ups = 2", "items.1.warm_ups: must be a list"),
    (EASY, "rest_s = 120", "rest_s = 120\nsong = 1", "items.1.song: is not a key that belongs here"),
    (EASY, 'tempo = "3-0-1-0"', 'tempo = "0-0-0-0"', "items.1.tempo: a tempo's phases are not negative"),
    # references
    (SOURCES, 'mark = "V"', 'mark = "A"', "mjolsnes2004.mark: must be one of V, P, M"),
    (SOURCES, "year = 2004", 'year = "2004"', "mjolsnes2004.year: must be a whole number"),
    (
        SOURCES,
        'journal = "Scand',
        'pages = "1"\njournal = "Scand',
        "mjolsnes2004.pages: is not a key that belongs",
    ),
    (
        SOURCES,
        "[mjolsnes2004]",
        "[mjolsnes2004]\nkey = 1",
        "mjolsnes2004.key: is not a key that belongs here",
    ),
    (SOURCES, "[mjolsnes2004]", "sole = 1\n[mjolsnes2004]", "sole: must be a table of keys and values"),
    # claims
    (CLAIMS, 'text = "In late', 'words = "In late', "stride-late-swing.text: is missing"),
    (
        CLAIMS,
        '"schache2012"]',
        '"nobody1999"]',
        "stride-late-swing.references: 'nobody1999' is not a reference",
    ),
    (
        CLAIMS,
        '"schache2012"]',
        '"chumanov2011"]',
        "stride-late-swing.references: names one twice",
    ),
    (
        CLAIMS,
        'references = ["chumanov2011", "schache2012"]\n',
        "",
        "stride-late-swing.references: must be there, unless own_rule is true",
    ),
    (
        CLAIMS,
        "own_rule = true",
        'own_rule = true\nreferences = ["dorn2012"]',
        "stride-phase-own-rule.references: must be there, unless own_rule is true",
    ),
    (
        CLAIMS,
        '["stride", "evidence"]',
        '["front page"]',
        "stride-late-swing.place: 'front page' is not one of",
    ),
    (CLAIMS, '["stride", "evidence"]', '["stride", "stride"]', "stride-late-swing.place: names one twice"),
    (CLAIMS, "[stride-stance]", "[Stride_Stance]", "Stride_Stance: a claim's key is small letters"),
    (CLAIMS, "[stride-stance]", "[no-clinician-yet]", "no-clinician-yet: is a claim of another file already"),
    (NORDIC, '"nordic-short-sets"', '"made-up"', "claims: 'made-up' is not a claim"),
    (NORDIC, '"nordic-short-sets"', '"nordics-field-sports"', "claims: names one twice"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), DAMAGE, ids=[f"{row[0]} {row[3]}" for row in DAMAGE])
def test_each_damage_is_named_by_file_and_key(root: Path, file: str, old: str, new: str, said: str) -> None:
    change(root, file, old, new)
    assert f"resources/{file}: {said}" in complaint(load_all, root)


def test_empty_list_of_items(root: Path) -> None:
    (root / EASY).write_text('name = "Nothing"\nlevel = "easy"\nitems = []\n', encoding="utf-8")
    assert f"resources/{EASY}: items: is empty" in complaint(load_all, root)


def test_broken_syntax_names_the_line(root: Path) -> None:
    change(root, NORDIC, 'short_name = "Nordic curl"', "short_name = Nordic curl")
    assert f"resources/{NORDIC}: line 2: is not TOML: invalid value" in complaint(load_all, root)


def test_syntax_broken_at_the_end(root: Path) -> None:
    (root / NORDIC).write_text('name = "Nordic', encoding="utf-8")
    assert f"resources/{NORDIC}: the last line: is not TOML" in complaint(load_all, root)


def test_text_that_is_not_utf8(root: Path) -> None:
    (root / NORDIC).write_bytes(b'name = "Nordic"\n# M\xfcller\n')
    assert f"resources/{NORDIC}: line 2: is not UTF-8 text" in complaint(load_all, root)


def test_file_that_cannot_be_read(root: Path) -> None:
    (root / NORDIC).unlink()
    (root / NORDIC).mkdir()
    assert f"resources/{NORDIC}: cannot be read" in complaint(load_all, root)


def test_folder_that_is_missing(root: Path) -> None:
    shutil.rmtree(root / "references")
    assert "resources/references: cannot be read" in complaint(load_all, root)


def test_file_name_that_cannot_be_an_id(root: Path) -> None:
    (root / "exercises" / "Big Squat.toml").write_text("", encoding="utf-8")
    assert "resources/exercises/Big Squat.toml: a file's name is small letters" in complaint(load_all, root)


def test_reference_that_stands_in_two_files(root: Path) -> None:
    shutil.copy(root / SOURCES, root / "references" / "twice.toml")
    assert "resources/references/twice.toml: mjolsnes2004: is a reference of another file" in complaint(
        load_all, root
    )


def test_reference_never_seen_carries_no_fact(root: Path) -> None:
    text = (root / SOURCES).read_text(encoding="utf-8")
    head, tail = text.split("[petersen2011]")
    (root / SOURCES).write_text(head + "[petersen2011]" + tail.replace('"V"', '"M"', 1), encoding="utf-8")
    assert f"resources/{NORDIC}: references: 'petersen2011' was never seen" in complaint(load_all, root)


def test_claim_cannot_rest_on_what_was_never_seen(root: Path) -> None:
    gait = root / "references" / "gait.toml"
    head, tail = gait.read_text(encoding="utf-8").split("[dorn2012]")
    gait.write_text(head + "[dorn2012]" + tail.replace('"V"', '"M"', 1), encoding="utf-8")
    assert f"resources/{CLAIMS}: stride-fast-running.references: 'dorn2012' was never seen" in complaint(
        load_all, root
    )


def test_ladder_that_leads_back_to_its_start(root: Path) -> None:
    change(root, NORDIC, "level = 5", "level = 4")
    change(root, NORDIC, "harder_note", 'harder = ["partial-range-nordic"]\nharder_note')
    change(root, "exercises/partial-range-nordic.toml", "easier = [", 'easier = ["nordic-hamstring-curl", ')
    assert "harder: leads back to this exercise" in complaint(load_all, root)


def test_everything_wrong_is_told_at_once_in_one_sentence(root: Path) -> None:
    change(root, NORDIC, "level = 5", 'level = "x"')
    change(root, NORDIC, "sets = [2, 3]", 'sets = "x"')
    change(root, HOLD, "level = 2", "level = 9")
    change(root, EASY, "sets = 2\n", "")
    change(root, SOURCES, "year = 2004", 'year = "x"')
    said = complaint(load_all, root)
    assert "\n" not in said
    for place in (
        f"{NORDIC}: level",
        f"{NORDIC}: dose.sets",
        f"{HOLD}: level",
        f"{EASY}: items.1.sets",
        "2004.year",
    ):
        assert place in said


def test_file_that_cannot_be_parsed_blames_nobody_else(root: Path) -> None:
    (root / NORDIC).write_text("=", encoding="utf-8")
    said = complaint(load_all, root)
    assert said.count("resources/") == 1


def test_one_workout_tells_what_is_wrong_with_its_own_files_only(root: Path) -> None:
    change(root, HOLD, "level = 2", "level = 9")
    assert load_workout("hamstrings-for-runners-easy", root).name == "Hamstrings for runners, easy"
    change(root, "exercises/single-leg-rdl.toml", "level = 3", "level = 9")
    said = complaint(lambda at: load_workout("hamstrings-for-runners-easy", at), root)
    assert "resources/exercises/single-leg-rdl.toml: level: must be 1 to 5" in said


def test_workout_that_does_not_exist(root: Path) -> None:
    said = complaint(lambda at: load_workout("nothing", at), root)
    assert "resources/workouts/nothing.toml: cannot be read" in said


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_bytes_are_lost_or_changed_nothing_but_a_content_error_comes(
    root: Path, data: st.DataObject
) -> None:
    path = root / data.draw(st.sampled_from([NORDIC, HOLD, EASY, SOURCES, CLAIMS]))
    sound = path.read_bytes()
    at = data.draw(st.integers(0, len(sound) - 1))
    length = data.draw(st.integers(0, 40))
    path.write_bytes(sound[:at] + data.draw(st.binary(max_size=8)) + sound[at + length :])
    try:
        said = told(root)
    finally:
        path.write_bytes(sound)
    assert said == "" or "resources/" in said


def told(root: Path) -> str:
    """What loading complains of; nothing when it finds nothing wrong."""
    try:
        load_catalog(root)
    except ContentError as error:
        return str(error)
    return ""
