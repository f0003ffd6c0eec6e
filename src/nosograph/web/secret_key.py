"""The key that signs cookies and links: given by the owner, or made once and kept beside the accounts.

Worked example: the first start writes `secret-key` into the data folder, readable by its owner alone; every later
start, and every worker of a start, reads the same one. Refuses a key shorter than Django thinks safe.
"""

import os
import secrets
from pathlib import Path

from nosograph.errors import BadInput

SHORTEST = 50


def read_or_make(folder: Path) -> str:
    """The key of `NOSOGRAPH_SECRET_KEY`, else of the file `secret-key` in `folder`, which is made where missing."""
    given = os.environ.get("NOSOGRAPH_SECRET_KEY")
    if given:
        return _long_enough(given, "NOSOGRAPH_SECRET_KEY")
    path = folder / "secret-key"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _make(path)
        return _long_enough(path.read_text().strip(), str(path))
    except OSError as problem:
        raise BadInput(
            f"{path}: cannot be written or read ({problem.strerror}); name a folder of your own in NOSOGRAPH_DATA"
        ) from problem


def _make(path: Path) -> None:
    """Write a new key unless one is there; complete before it is visible, so that two starts at once agree."""
    if path.exists():
        return
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(64) + "\n")
    try:
        os.link(draft, path)  # unlike a rename, a link never replaces the key that another start has just made
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _long_enough(key: str, where: str) -> str:
    if len(key) < SHORTEST:
        raise BadInput(f"{where}: the key has {len(key)} characters; give at least {SHORTEST} random ones")
    return key
