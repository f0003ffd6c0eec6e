"""A worker of the site in a process of its own, asked through its WSGI application, without the network.

A module that measures in a worker calls `in_a_process_of_its_own(__name__)` from its `measure`; that process prints
rows of what, bar and result with upright lines between them, by `tell`.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from benchmarks.model import Bench, Figure

Ask = Callable[..., float]


def in_a_process_of_its_own(module: str, bench: Bench) -> list[Figure]:
    """What a module of this folder prints when it is run over the atlas of a bench."""
    environment = {**os.environ, "NOSOGRAPH_DATA": str(bench.data)}
    command = [sys.executable, "-m", module]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    rows = [line.split("|") for line in told.splitlines() if line.count("|") == 2]
    return [Figure(what=what, bar=bar, result=result) for what, bar, result in rows]


def started(atlas: Path | None = None) -> Ask:
    """Make everything ready that a worker needs, over the current atlas or another one; a function that asks it.

    It takes a path, a query and a cookie, and gives the milliseconds that the answer took.
    """
    from nosograph.atlas.pointing import current
    from nosograph.web.places import data_dir

    Path(os.environ["NOSOGRAPH_DATA"]).mkdir(parents=True, exist_ok=True)
    found = current(data_dir() / "atlas")
    if atlas is None and found is None:
        raise RuntimeError("no atlas; benchmarks.build comes first")
    from nosograph.web.server import prepare

    prepare("127.0.0.1", atlas or found.path)
    from nosograph.web.wsgi import application

    def ask(path: str, query: str = "", cookie: str = "") -> float:
        environ: dict[str, object] = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost:8000",
            "HTTP_ACCEPT_ENCODING": "gzip", "wsgi.url_scheme": "http", "wsgi.input": BytesIO(),
            "wsgi.errors": sys.stderr, **({"HTTP_COOKIE": cookie} if cookie else {}),
        }  # fmt: skip
        status: list[str] = []
        began = time.perf_counter()
        answer = application(environ, lambda line, *_: status.append(line))
        b"".join(answer)
        took = (time.perf_counter() - began) * 1000
        if hasattr(answer, "close"):
            answer.close()
        if status != ["200 OK"]:
            raise RuntimeError(f"{path}: {status}")
        return took

    return ask


def tell(what: str, bar: str, times: list[float], more: str = "") -> None:
    """Print the median and the 99th percentile of some times in milliseconds."""
    late = statistics.quantiles(times, n=100)[98]
    digits = 1 if late >= 1 else 3
    print(f"{what}|{bar}|{statistics.median(times):.{digits}f} ms, {late:.{digits}f} ms{more}")
