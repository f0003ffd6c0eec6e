"""Where a server keeps what it writes: accounts, key, collected files, unsent mail.

Worked example: with `NOSOGRAPH_DATA=/srv/nosograph` the accounts are in `/srv/nosograph/accounts.sqlite3`.
Refuses nothing: a folder that cannot be made is reported by whoever first writes to it.
"""

import os
import sys
from pathlib import Path


def data_dir() -> Path:
    """The folder of everything that a server writes: `NOSOGRAPH_DATA`, else the platform's place for such data."""
    named = os.environ.get("NOSOGRAPH_DATA")
    if named:
        return Path(named).expanduser().resolve()
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Nosograph"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Nosograph"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "nosograph"
