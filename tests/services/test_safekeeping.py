from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import HandClock, logged, session
from trainer.errors import BackupError
from trainer.paths import Paths, paths_for
from trainer.services.safekeeping import Finding, Safekeeping, check, kept_times
from trainer.store import Store

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_for(tmp_path / "data")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(paths: Paths, clock: HandClock) -> Iterator[Store]:
    opened = Store.open(paths, clock=clock)
    opened.save_session(session())
    opened.save_set(logged())
    yield opened
    opened.close()


@pytest.fixture
def keeping(store: Store, paths: Paths, clock: HandClock) -> Safekeeping:
    return Safekeeping(store, paths, clock)


def test_backups_are_listed_newest_first_with_age(keeping: Safekeeping, clock: HandClock) -> None:
    assert keeping.state().newest is None
    first = keeping.backup("session")
    clock.pass_time(timedelta(hours=5))
    second = keeping.backup("import")
    clock.pass_time(timedelta(hours=1))
    assert [backup.path for backup in keeping.list_backups()] == [second, first]
    state = keeping.state()
    assert (state.count, state.age) == (2, timedelta(hours=1))


def test_making_one_thins_out_the_others(keeping: Safekeeping, clock: HandClock) -> None:
    for _ in range(60):
        keeping.backup("session")
        clock.pass_time(timedelta(hours=12))
    times = [backup.at for backup in keeping.list_backups()]
    assert set(times) == kept_times(times, clock.now - timedelta(hours=12))
    assert 4 + 14 <= len(times) <= 4 + 15 + 3
    assert len(list(keeping.list_backups()[0].path.parent.iterdir())) == 2 * len(times)


def test_restoring_closes_the_store_and_brings_the_backup(
    keeping: Safekeeping, store: Store, paths: Paths, clock: HandClock
) -> None:
    made = keeping.backup("session")
    store.delete_session("s1", undo="Delete")
    clock.pass_time(timedelta(minutes=1))
    keeping.restore(made)
    with closing(Store.open(paths, clock=clock)) as again:
        assert again.set_count() == 1
        assert {backup.reason for backup in Safekeeping(again, paths, clock).list_backups()} == {
            "session",
            "restore",
        }


def test_a_bad_file_leaves_the_store_open(keeping: Safekeeping, store: Store, tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_bytes(b"bad")
    with pytest.raises(BackupError, match=r"bad\.db"):
        keeping.restore(tmp_path / "bad.db")
    assert store.set_count() == 1


def test_doctor_finds_all_well(keeping: Safekeeping, paths: Paths, clock: HandClock) -> None:
    keeping.backup("session")
    clock.pass_time(3 * DAY)
    findings = check(paths, clock)
    assert all(finding.sound for finding in findings)
    assert findings[1].text == f"{paths.store} is sound and holds 1 set."
    assert findings[2].text.endswith("is sound and 3 days old.")


def test_doctor_finds_nothing_yet(tmp_path: Path, clock: HandClock) -> None:
    findings = check(paths_for(tmp_path / "none"), clock)
    assert [finding.sound for finding in findings] == [True, True, True]
    assert list(tmp_path.iterdir()) == []


def test_doctor_finds_damage(keeping: Safekeeping, store: Store, paths: Paths, clock: HandClock) -> None:
    made = keeping.backup("session")
    store.close()
    paths.store.write_bytes(b"nonsense")
    made.write_bytes(b"nonsense")
    findings = check(paths, clock)
    assert [finding.sound for finding in findings] == [True, False, False]
    assert isinstance(findings[1], Finding)
    assert "damaged" in findings[1].text
    assert "has changed" in findings[2].text


def test_each_span_keeps_what_it_promises() -> None:
    every_six_hours = [NOW - timedelta(hours=6 * n) for n in range(4 * 900)]
    kept = sorted(kept_times(every_six_hours, NOW), reverse=True)
    ages = [NOW - at for at in kept]
    assert sum(age < 2 * DAY for age in ages) == 8
    assert 14 <= sum(2 * DAY <= age < 16 * DAY for age in ages) <= 15
    assert 12 <= sum(16 * DAY <= age < 100 * DAY for age in ages) <= 13
    assert 24 <= sum(age >= 100 * DAY for age in ages) <= 25


def test_the_only_backup_stays_however_old() -> None:
    old = [NOW - 5000 * DAY, NOW - 4000 * DAY]
    assert kept_times(old, NOW) == {old[1]}
    assert kept_times([], NOW) == set()


@given(st.lists(st.integers(-100, 900 * 24), max_size=60), st.integers(0, 300 * 24))
def test_thinning_keeps_the_newest_and_never_changes_its_mind(hours: list[int], later_h: int) -> None:
    times = [NOW - timedelta(hours=n) for n in hours]
    kept = kept_times(times, NOW)
    assert kept <= set(times)
    assert kept_times(kept, NOW) == kept
    if times:
        assert max(times) in kept
    later = NOW + timedelta(hours=later_h)
    if times:
        assert max(times) in kept_times(kept, later)


def test_a_file_in_the_place_of_the_folder_is_the_one_thing_to_tell(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a letter")
    for folder in (tmp_path / "taken", tmp_path / "taken" / "below"):
        (finding,) = check(paths_for(folder), HandClock())
        assert not finding.sound
        assert finding.text.startswith(f"{tmp_path / 'taken'} is a file")
