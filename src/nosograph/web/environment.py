"""What the owner of a server says through environment variables, read and checked.

Worked example: `NOSOGRAPH_HOSTS=nosograph.example,localhost` are the two names that the site answers to.
Refuses a value that it does not understand, naming the variable and what it may be.
"""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from nosograph.errors import BadInput

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"", "0", "false", "no", "off"})
# An origin as a content security policy takes it (CSP level 3, 2.3.1, host-source): no path, a wildcard for subdomains.
_ORIGIN = re.compile(r"https?://(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?")


def switch(name: str, default: bool = False) -> bool:
    """A variable that is on or off."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() in YES:
        return True
    if value.strip().lower() in NO:
        return False
    raise BadInput(f"{name}={value!r}: say 1 for on or 0 for off")


def whole_number(name: str, default: int, *, least: int = 0) -> int:
    """A variable that is a whole number of at least `least`."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not value.isdecimal() or int(value) < least:
        raise BadInput(f"{name}={value!r}: give a whole number of at least {least}")
    return int(value)


def names(name: str, default: tuple[str, ...]) -> tuple[str, ...]:
    """A variable that is a list of words with commas between them."""
    value = os.environ.get(name)
    if value is None:
        return default
    return tuple(word.strip() for word in value.split(",") if word.strip())


def one_of(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """A variable that is one word of a few."""
    value = os.environ.get(name, "").strip().lower() or default
    if value not in allowed:
        raise BadInput(f"{name}={value!r}: say one of {', '.join(allowed)}")
    return value


def frame_ancestors(name: str, default: tuple[str, ...]) -> tuple[str, ...]:
    """A variable that lists origins which may show something in a frame: `*` for all; empty for `none`."""
    origins = names(name, default)
    if origins in (("none",), ("*",)):
        return () if origins == ("none",) else origins
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise BadInput(f"{name}: {origin!r} is no origin; write https://portal.example, or * or none alone")
    return origins


def mail_settings(folder: Path) -> dict[str, object]:
    """Django's mail settings from `NOSOGRAPH_MAIL`, an address such as `smtp+tls://user:password@host:587`.

    `smtp+tls` starts TLS after connecting (port 587), `smtps` speaks it from the first byte (port 465).
    Without the variable nothing is sent: each message is written to a file below `folder`, for the owner to read.
    """
    address = os.environ.get("NOSOGRAPH_MAIL", "").strip()
    if not address:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder / "mail"),
        }
    ports = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in ports or not parts.hostname or port == -1:
        # The address may hold a password, so the message does not repeat it.
        raise BadInput("NOSOGRAPH_MAIL: write smtp+tls://user:password@host:587, smtps://... or smtp://...")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or ports[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 10,
    }


def accounts_database(folder: Path) -> dict[str, object]:
    """Django's settings of the accounts' database: `DATABASE_URL`, else SQLite in `folder`."""
    import dj_database_url

    address = os.environ.get("DATABASE_URL", "").strip() or f"sqlite:///{folder / 'accounts.sqlite3'}"
    try:
        database = dict(dj_database_url.parse(address, conn_max_age=600, conn_health_checks=True))
    except (ValueError, KeyError) as problem:
        # The address may hold a password, so the message does not repeat it.
        raise BadInput("DATABASE_URL: write postgres://user:password@host:5432/name or sqlite:///path") from problem
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["OPTIONS"] = {
            # Many readers beside one writer; a writer takes its lock at once, so that it waits and never deadlocks.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
        }
    return database
