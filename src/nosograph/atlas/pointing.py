"""Which atlas of a folder is the current one: a small file `current.json`, replaced in one step.

It names the atlas, what it was made from and the fingerprint of that, so that a start can tell whether to build again
without opening anything else.
"""

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

_POINTER = "current.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """The current atlas of a folder; `release`, `oddities` and `index` are the operator's own files, where given."""

    path: Path
    fingerprint: str
    release: Path | None = None
    oddities: Path | None = None
    index: Path | None = None


def current(folder: Path) -> Current | None:
    """The current atlas; None where there is none, or where its file is gone."""
    try:
        data = json.loads((folder / _POINTER).read_text(encoding="utf-8"))
        found = Current(
            path=folder / data["file"], fingerprint=data["fingerprint"],
            release=Path(data["release"]) if data.get("release") else None,
            oddities=Path(data["oddities"]) if data.get("oddities") else None,
            index=Path(data["index"]) if data.get("index") else None,
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if found.path.is_file() else None


def remember(folder: Path, made: Current) -> None:
    """Makes an atlas the current one and removes all but the one before it, which servers may still have open."""
    before = current(folder)
    handle, name = tempfile.mkstemp(prefix=".pointer-", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(
            {
                "file": made.path.name, "fingerprint": made.fingerprint,
                "release": str(made.release.resolve()) if made.release else None,
                "oddities": str(made.oddities.resolve()) if made.oddities else None,
                "index": str(made.index.resolve()) if made.index else None,
            },
            file,
        )  # fmt: skip
    Path(name).chmod(0o644)
    Path(name).replace(folder / _POINTER)
    kept = {made.path.name} | ({before.path.name} if before else set())
    for old in sorted(folder.glob("atlas-*.sqlite")):
        if old.name not in kept:
            old.unlink(missing_ok=True)
