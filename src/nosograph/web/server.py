"""Starts the site: settings, accounts' database, static files, then the server with its workers.

Worked example: `run("127.0.0.1", 8000, 1, Path("atlas.sqlite3"))` serves until it is interrupted. Refuses an atlas that
cannot be opened before anything is written. The server keeps no access log: addresses hold what people look up.
"""

import os
import re
import shutil
import socket
import sys
from pathlib import Path

from nosograph.atlas.reading import Atlas
from nosograph.errors import BadInput

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
ANY = frozenset({"0.0.0.0", "::"})  # noqa: S104 (compared with, not bound to)
_DIGEST = re.compile(r"[0-9a-f]{8,64}")
THREADS = 4
"""Threads of a worker that run Python. More would only wait for each other; the network is not among their work."""


def run(host: str, port: int, workers: int, atlas_path: Path) -> None:
    """Serve the atlas at `atlas_path` until interrupted."""
    refuse_taken(host, port)
    prepare(host, atlas_path)
    shown = f"[{host}]" if ":" in host else host
    print(f"Nosograph is at http://{shown}:{port}/ (Ctrl+C stops it)", flush=True)
    for line in advice(host):
        print(line, file=sys.stderr, flush=True)
    from granian import Granian
    from granian.constants import Interfaces

    server = Granian(
        "nosograph.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_access=False,
        log_level="warning",
        respawn_failed_workers=True,
    )
    server.serve()


def refuse_taken(host: str, port: int) -> None:
    """Refuses an address that something else listens on: the server itself would share it without a word."""
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            return
    except OSError as problem:
        why = (problem.strerror or "").partition(" (")[0]
        raise BadInput(f"{host}:{port} cannot be listened on ({why}); give another with --port or --host") from problem


def prepare(host: str, atlas_path: Path) -> None:
    """Everything that must be done once, before the workers start: each of them then only opens and reads."""
    Atlas.open(atlas_path)
    os.environ["NOSOGRAPH_ATLAS"] = str(atlas_path.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nosograph.web.settings")
    if host not in LOOPBACK | ANY:
        os.environ.setdefault("NOSOGRAPH_HOSTS", f"localhost,127.0.0.1,[::1],{host}")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("clearsessions", verbosity=0)
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():  # the manifest is written last
        call_command("collectstatic", interactive=False, verbosity=0)
    _clear_old_files(settings.STATIC_ROOT)


def _clear_old_files(kept: Path) -> None:
    """Remove the collected files of versions before the last; another server may still run on that one."""
    others = sorted(
        (f for f in kept.parent.iterdir() if f.is_dir() and f != kept and _DIGEST.fullmatch(f.name)),
        key=lambda f: f.stat().st_mtime,
    )
    for old in others[:-1]:
        shutil.rmtree(old, ignore_errors=True)


def advice(host: str) -> list[str]:
    """What the owner should know at the start, a sentence each; empty where all is set."""
    from django.conf import settings

    lines = []
    if not settings.NOSOGRAPH_CAN_MAIL:
        lines.append(f"No mail server is set (NOSOGRAPH_MAIL): messages are written to {settings.EMAIL_FILE_PATH}.")
    if host in ANY and "NOSOGRAPH_HOSTS" not in os.environ:
        lines.append("Only localhost is answered: name the site's own names in NOSOGRAPH_HOSTS.")
    if host not in LOOPBACK and not settings.HTTPS:
        lines.append("Passwords travel unencrypted: put an https proxy in front and set NOSOGRAPH_HTTPS=1.")
    return lines
