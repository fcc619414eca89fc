"""Places that cannot be written: read-only, or full. One sentence each, and nothing lost."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.disk import WatchedDisk
from tests.faults.load import faults_of, numbered_session, pair
from tests.store.samples import HandClock
from trainer.errors import BackupError, StoreLocked, StoreNotWritable
from trainer.paths import Paths, paths_for
from trainer.store import Store

ROOT = Path(__file__).parents[2]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user can get to: pytest's own are for its user alone."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(folder)


def filled(folder: Path, sets: int = 3) -> Paths:
    paths = paths_for(folder / "data")
    with closing(Store.open(paths, clock=HandClock())) as store:
        store.save_session(numbered_session("s"))
        for number in range(sets):
            store.save_sets(pair("s", number))
    return paths


def as_someone_else(code: str, folder: Path) -> str:
    """What a program prints that may only read `folder`."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o222)
    done = subprocess.run(
        [sys.executable, "-c", code.replace("# here", LESSER), str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# Root is refused nothing, so it becomes somebody else, who may not read the libraries: imports come first.
LESSER = """
import os
import sqlalchemy.dialects.sqlite
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
"""

OPEN = """
import sys
from pathlib import Path
from tests.store.samples import HandClock
from trainer.errors import TrainerError
from trainer.paths import paths_for
from trainer.store import Store
# here
paths = paths_for(Path(sys.argv[1]))
try:
    Store.open(paths, clock=HandClock())
except TrainerError as error:
    print(type(error).__name__, error)
"""

READ = """
import sys
from pathlib import Path
from tests.store.samples import HandClock
from trainer.paths import paths_for
from trainer.store import Store
# here
store = Store.open_read_only(paths_for(Path(sys.argv[1])), clock=HandClock())
print(store.set_count(), len(list(store.log_tuples())), store.integrity())
store.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_read_only_folder_is_told_in_a_sentence(open_folder: Path) -> None:
    paths = filled(open_folder)
    before = paths.store.read_bytes()
    said = as_someone_else(OPEN, paths.data)
    assert said.startswith(f"StoreNotWritable The folder {paths.data} cannot be written")
    assert len(said.splitlines()) == 1
    assert paths.store.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(open_folder: Path) -> None:
    closed = open_folder / "closed"
    closed.mkdir()
    code = OPEN.replace("Path(sys.argv[1])", "Path(sys.argv[1]) / 'new'")
    assert as_someone_else(code, closed).startswith(
        f"StoreNotWritable The folder {closed}/new cannot be made"
    )


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_read_only_folder_can_be_read(open_folder: Path) -> None:
    paths = filled(open_folder)
    assert as_someone_else(READ, paths.data) == "3 6 []"
    assert not list(paths.data.glob("stride.db-*"))


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StoreNotWritable, match=os.strerror(errno.EEXIST)):
        Store.open(paths_for(tmp_path / "data"), clock=HandClock())


def save_many(store: Store, undo: str) -> None:
    for number in range(3, 1000):
        store.save_sets(pair("s", number), undo=undo)


@pytest.mark.parametrize("journaled", ["", "Add set"])
def test_a_disk_that_fills_up_loses_nothing_that_was_saved(tmp_path: Path, journaled: str) -> None:
    paths = filled(tmp_path)
    with WatchedDisk(paths.data) as disk:
        store = Store.open(paths, clock=HandClock())
        disk.room = 300_000
        with pytest.raises(StoreNotWritable, match=r"^The disk is full, .*safe\. Make some room"):
            save_many(store, journaled)
        saved = store.set_count()
        assert 10 < saved < 1000
        assert faults_of(store, "s", saved) == []
        with pytest.raises(StoreNotWritable):
            store.save_sets(pair("s", saved))
        disk.room = None
        store.save_sets(pair("s", saved))
        assert faults_of(store, "s", saved + 1) == []
        store.close()
    with closing(Store.open(paths, clock=HandClock())) as again:
        assert faults_of(again, "s", saved + 1) == []


@pytest.mark.parametrize("room", [0, 600, 5_000, 50_000, 150_000])
def test_a_disk_that_is_full_from_the_start_is_told_and_can_be_tried_again(tmp_path: Path, room: int) -> None:
    paths = paths_for(tmp_path)
    with WatchedDisk(tmp_path, room=room) as disk:
        with pytest.raises(StoreNotWritable, match=r"^The disk is full"):
            Store.open(paths, clock=HandClock())
        disk.room = None
        with closing(Store.open(paths, clock=HandClock())) as store:
            store.save_session(numbered_session("s"))
            assert store.integrity() == []


def test_a_disk_that_fills_up_in_a_backup_leaves_no_half_of_one(tmp_path: Path) -> None:
    paths = filled(tmp_path, sets=50)
    with WatchedDisk(paths.backups) as disk, closing(Store.open(paths, clock=HandClock())) as store:
        disk.room = 50_000
        with pytest.raises(BackupError, match="full"):
            store.back_up(paths.backups, "session")
        assert list(paths.backups.iterdir()) == []
        disk.room = None
        assert store.back_up(paths.backups, "session").exists()


def test_a_real_file_system_fills_up(tmp_path: Path) -> None:
    """On a small tmpfs in a mount namespace, where this process may have one: only there SQLite's
    shared-memory file has no room either."""
    mount = f"mount -t tmpfs -o size=1m none {tmp_path} && exec {sys.executable} - {tmp_path}"
    maps = [] if os.geteuid() == 0 else ["--map-root-user"]
    if not shutil.which("unshare") or subprocess.run(["unshare", *maps, "--mount", "true"]).returncode:
        pytest.skip("no mount namespace for this user; full disks are shown above by a file system in code")
    done = subprocess.run(
        ["unshare", *maps, "--mount", "sh", "-c", mount], cwd=ROOT, input=FILL, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("again []")


FILL = """
import sys
from contextlib import closing
from pathlib import Path
from tests.faults.load import faults_of, numbered_session, pair
from tests.store.samples import HandClock
from trainer.errors import StoreNotWritable
from trainer.paths import paths_for
from trainer.store import Store
paths = paths_for(Path(sys.argv[1]))
ballast = Path(sys.argv[1]) / "ballast"
ballast.write_bytes(bytes(100_000))
saved = 0
store = Store.open(paths, clock=HandClock())
store.save_session(numbered_session("s"))
try:
    while saved < 5000:
        store.save_sets(pair("s", saved))
        saved += 1
except StoreNotWritable as error:
    print(error)
assert 10 < saved < 5000, saved
assert faults_of(store, "s", saved) == []
store.close()
ballast.unlink()
with closing(Store.open(paths, clock=HandClock())) as store:
    store.save_sets(pair("s", saved))
    print("again", faults_of(store, "s", saved + 1))
"""


def test_one_process_writes_and_others_read(tmp_path: Path) -> None:
    paths = filled(tmp_path)
    with closing(Store.open(paths, clock=HandClock())) as store:
        done = subprocess.run(
            [sys.executable, "-c", OPEN, paths.data], cwd=ROOT, capture_output=True, text=True
        )
        assert done.stdout.startswith("StoreLocked Stride Trainer is already open")
        done = subprocess.run(
            [sys.executable, "-c", READ, paths.data], cwd=ROOT, capture_output=True, text=True
        )
        assert done.stdout.strip() == "3 6 []"
        store.save_sets(pair("s", 3))
        with closing(Store.open_read_only(paths, clock=HandClock())) as reader:
            with pytest.raises(StoreLocked, match="reading only"):
                reader.save_sets(pair("s", 4))
            store.save_sets(pair("s", 4))
            assert faults_of(reader, "s", 5) == []
