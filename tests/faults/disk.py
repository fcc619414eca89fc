"""A disk under SQLite that can be watched and filled up.

A VFS is put over the platform's in the very library that Python's `sqlite3` uses: the files are real ones,
only writing, truncating, syncing, creating and deleting pass through here. The shipped store runs unchanged.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import os
import sqlite3
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

OPEN_CREATE = 0x4

_write_t = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_truncate_t = CFUNCTYPE(c_int, c_void_p, c_int64)
_sync_t = CFUNCTYPE(c_int, c_void_p, c_int)
# Names go through as the pointers they are: SQLite keeps them, and reads URI parameters behind their end.
_open_t = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_delete_t = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)


class _Methods(Structure):
    """sqlite3_io_methods, up to its third version."""

    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", _write_t),
        ("truncate", _truncate_t),
        ("sync", _sync_t),
        ("others", c_void_p * 13),
    )


class _Vfs(Structure):
    """sqlite3_vfs, up to its third version."""

    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("max_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("app_data", c_void_p),
        ("open", _open_t),
        ("delete", _delete_t),
        ("others", c_void_p * 14),
    )


@dataclass(frozen=True, slots=True)
class Create:
    path: str


@dataclass(frozen=True, slots=True)
class Delete:
    path: str
    synced: bool


@dataclass(frozen=True, slots=True)
class Write:
    path: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    path: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the test says happened between two of the disk's events."""

    text: str


Event = Create | Delete | Write | Truncate | Sync | Note


class WatchedDisk:
    """While entered, SQLite's files below `folder` go through here: `events` records, `room` limits.

    `room` is how many bytes may still be written before the disk is full; None for a large disk.
    """

    def __init__(self, folder: Path, *, room: int | None = None) -> None:
        self.events: list[Event] = []
        self.room = room
        self._folder = os.fspath(folder)
        self._library = _sqlite_library()
        self._below = _Vfs.from_address(self._library.sqlite3_vfs_find(None))
        self._paths: dict[int, str] = {}
        self._originals: dict[int, _Methods] = {}
        self._wrapped: dict[int, _Methods] = {}
        self._vfs = _Vfs()
        ctypes.memmove(ctypes.byref(self._vfs), ctypes.byref(self._below), ctypes.sizeof(_Vfs))
        self._vfs.name = b"watched"
        self._vfs.next = None
        self._vfs.open = _open_t(self._open)
        self._vfs.delete = _delete_t(self._delete)
        self._callbacks = (_write_t(self._write), _truncate_t(self._truncate), _sync_t(self._sync))

    def __enter__(self) -> WatchedDisk:
        assert self._library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1) == sqlite3.SQLITE_OK
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs))
        self._library.sqlite3_vfs_register(ctypes.byref(self._below), 1)

    def note(self, text: str) -> None:
        self.events.append(Note(text))

    def _open(self, vfs: int, name: int | None, file: int, flags: int, flags_out: int | None) -> int:
        path = None if name is None else os.fsdecode(ctypes.string_at(name))
        new = path is not None and flags & OPEN_CREATE and not Path(path).exists()
        code: int = self._below.open(vfs, name, file, flags, flags_out)
        if code == sqlite3.SQLITE_OK and path is not None and path.startswith(self._folder):
            self._paths[file] = path
            if new:
                self.events.append(Create(path))
            self._wrap(file)
        return code

    def _wrap(self, file: int) -> None:
        """Points an open file at a copy of its methods, in which ours stand."""
        pointer = ctypes.cast(file, POINTER(c_void_p))
        address = pointer[0]
        assert address is not None
        if address not in self._wrapped:
            original = _Methods.from_address(address)
            copy = _Methods()
            # An older library's table may be shorter: what is beyond its version is never called.
            ctypes.memmove(ctypes.byref(copy), address, _methods_size(original.version))
            copy.write, copy.truncate, copy.sync = self._callbacks
            self._originals[address], self._wrapped[address] = original, copy
            self._originals[ctypes.addressof(copy)] = original
        pointer[0] = ctypes.addressof(self._wrapped[address])

    def _original(self, file: int) -> _Methods:
        address = ctypes.cast(file, POINTER(c_void_p))[0]
        assert address is not None
        return self._originals[address]

    def _write(self, file: int, data: int, size: int, offset: int) -> int:
        if self.room is not None:
            if size > self.room:
                return sqlite3.SQLITE_FULL
            self.room -= size
        self.events.append(Write(self._paths[file], offset, ctypes.string_at(data, size)))
        code: int = self._original(file).write(file, data, size, offset)
        return code

    def _truncate(self, file: int, size: int) -> int:
        self.events.append(Truncate(self._paths[file], size))
        code: int = self._original(file).truncate(file, size)
        return code

    def _sync(self, file: int, flags: int) -> int:
        code: int = self._original(file).sync(file, flags)
        self.events.append(Sync(self._paths[file]))
        return code

    def _delete(self, vfs: int, name: int, sync_folder: int) -> int:
        path = os.fsdecode(ctypes.string_at(name))
        if path.startswith(self._folder) and Path(path).exists():
            self.events.append(Delete(path, bool(sync_folder)))
        code: int = self._below.delete(vfs, name, sync_folder)
        return code


def _methods_size(version: int) -> int:
    pointers = {1: 12, 2: 16}.get(version, 18)
    return ctypes.sizeof(c_void_p) * (1 + pointers)


def _sqlite_library() -> ctypes.CDLL:
    """The library behind Python's `sqlite3`: found through the module, which is linked to it."""
    library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    library.sqlite3_vfs_find.restype = c_void_p
    library.sqlite3_vfs_find.argtypes = (c_char_p,)
    library.sqlite3_vfs_register.argtypes = (c_void_p, c_int)
    library.sqlite3_vfs_unregister.argtypes = (c_void_p,)
    return library
