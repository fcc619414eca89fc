"""The world's failures: each is shown to the user as the one sentence it carries.

TrainerError
├── ContentError        a shipped or user-made file (TOML) does not say what it must
├── SettingsError       a setting cannot be read or written
├── StoreError
│   ├── StoreLocked         another Stride Trainer holds this store
│   ├── StoreTooNew         written by a newer version; left untouched
│   ├── NotAStore           the file is something else, or damaged
│   ├── StoreNotWritable    the folder is read-only, or the disk is full
│   ├── NoSuchEntry         what was asked for is not (any more) in the store
│   └── BackupError         a backup could not be made, checked or restored
├── PlanError           a plan cannot be laid out or moved like that
├── ExchangeError       a file to import or to write is not what it must be
├── Cancelled           the user stopped a long work; nothing of it stays
├── AudioError          no sound can be played
└── UsageError          the command line asks for something that does not exist

Bugs are ordinary exceptions and never become one of these.
"""

from __future__ import annotations


class TrainerError(Exception):
    """Something outside the program failed; `str(error)` is one sentence fit for the user."""


class ContentError(TrainerError):
    """A content file is wrong; the sentence names each bad entry by file and key."""


class SettingsError(TrainerError):
    """A setting could not be read or written."""


class StoreError(TrainerError):
    """The log could not be read or written."""


class StoreLocked(StoreError):
    """Another process holds the store's lock."""


class StoreTooNew(StoreError):
    """A newer version of the program wrote this store."""


class NotAStore(StoreError):
    """The file is not a Stride Trainer store, or it is damaged."""


class StoreNotWritable(StoreError):
    """The place of the store cannot be written: read-only, or full."""


class NoSuchEntry(StoreError):
    """An id that the store does not hold."""


class BackupError(StoreError):
    """A backup could not be made, checked or restored."""


class PlanError(TrainerError):
    """A plan cannot be put on the calendar, or moved on it, as was asked."""


class ExchangeError(TrainerError):
    """A file from or for elsewhere is not what it must be."""


class Cancelled(TrainerError):
    """The user stopped a long work, and nothing of it stays."""


class AudioError(TrainerError):
    """No sound can be played."""


class UsageError(TrainerError):
    """The command line names something that does not exist."""
