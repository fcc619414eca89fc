"""The window; the only package that imports PySide6."""

from __future__ import annotations

import builtins
import gc

# WORKAROUND: importing PySide6 puts a hook around `import`, for `from __feature__ import …`, which is not
# used here. It makes every import after it a quarter slower, 60 ms in all before Today is filled.
_plain_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _plain_import

# Start-up: what this import made stays for good; looking through it for garbage is time lost.
gc.freeze()
