"""Which atlas of a folder is the current one: a small file `current.json`, replaced in one step.

It names the atlas and the fingerprint of what it was made from, so that a start can tell whether to build again
without opening anything else.
"""

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

_POINTER = "current.json"
_KEPT = 2  # the current atlas, and the one before it for servers that still have it open


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """The current atlas of a folder."""

    path: Path
    fingerprint: str


def current(folder: Path) -> Current | None:
    """The current atlas; None where there is none, or where its file is gone."""
    try:
        data = json.loads((folder / _POINTER).read_text(encoding="utf-8"))
        found = Current(path=folder / data["file"], fingerprint=data["fingerprint"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if found.path.is_file() else None


def remember(folder: Path, path: Path, fingerprint: str) -> None:
    """Makes `path` the current atlas and removes all but the one before it."""
    before = current(folder)
    handle, name = tempfile.mkstemp(prefix=".pointer-", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({"file": path.name, "fingerprint": fingerprint}, file)
    Path(name).replace(folder / _POINTER)
    kept = {path.name} | ({before.path.name} if before else set())
    for old in sorted(folder.glob("atlas-*.sqlite")):
        if old.name not in kept:
            old.unlink(missing_ok=True)
