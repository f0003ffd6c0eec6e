"""How long an Infobutton and a table search take inside a worker, without the network.

    NOSOGRAPH_DATA=... python -m benchmarks.infobutton [--atlas FILE]

Each code is a different one, and so is each word, so nothing comes from memory. Without `--atlas` the current atlas of
the data folder is asked. `make bench` runs it with the others.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.model import Bench, Figure
from benchmarks.warm_page import _tell

WARMING, ASKED = 100, 1_000
_OID = "2.16.840.1.113883.6.90"
_PERSON = {"age.v.v": "8", "age.v.u": "a", "subTopic.v.c": "Q000628"}
_WORD = re.compile(r"[A-Za-z]{4,}")


def measure(bench: Bench) -> list[Figure]:
    """Atom for a code, JSON for a person and a sub-topic, and the table for the beginnings of two words."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.infobutton"],
        env={**os.environ, "NOSOGRAPH_DATA": str(bench.data)}, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    rows = [line.split("|") for line in told.splitlines() if line.count("|") == 2]
    return [Figure(what=what, bar=bar, result=result) for what, bar, result in rows]


def _report(atlas: Path) -> None:
    from nosograph.web.server import prepare

    prepare("127.0.0.1", atlas)
    ask = _asking()
    from nosograph.web import shelf

    keys = [key for key in shelf.atlas().keys() if "-" not in key]  # noqa: SIM118 - the keys of an atlas are a list
    drawn = random.Random(1).sample(keys, ASKED + WARMING)
    for name, query, bar in (
        ("/service, Atom: median, 99th percentile", _plain, "at most 5 ms, –"),
        ("/service, JSON, for a person: median, 99th percentile", _personal, "at most 5 ms, –"),
    ):
        for key in drawn[:WARMING]:
            ask("/service", query(key))
        _tell(name, bar, [ask("/service", query(key)) for key in drawn[WARMING:]])
    first = ask("/api/icd10cm/v3/search", "terms=a")
    print(f"table search, the very first in a worker|–|{first:.0f} ms")
    typed = [_beginnings(shelf.atlas().link(key).title) for key in drawn[WARMING:]]
    _tell(
        "table search: median, 99th percentile", "at most 10 ms, –",
        [ask("/api/icd10cm/v3/search", urlencode({"terms": words})) for words in typed],
    )  # fmt: skip


def _plain(key: str) -> str:
    return urlencode({"mainSearchCriteria.v.cs": _OID, "mainSearchCriteria.v.c": key})


def _personal(key: str) -> str:
    return f"{_plain(key)}&{urlencode({**_PERSON, 'knowledgeResponseType': 'application/json'})}"


def _beginnings(title: str) -> str:
    """The beginnings of two words of a title, as somebody who stops typing when the right code is there."""
    return " ".join(word[:4] for word in _WORD.findall(title)[:2])


def _asking() -> Callable[[str, str], float]:
    """A function that asks the site's application and gives the milliseconds that it took."""
    from nosograph.web.wsgi import application

    def ask(path: str, query: str) -> float:
        environ: dict[str, object] = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost:8000",
            "HTTP_ACCEPT_ENCODING": "gzip", "wsgi.url_scheme": "http", "wsgi.input": BytesIO(),
            "wsgi.errors": sys.stderr,
        }  # fmt: skip
        status: list[str] = []
        began = time.perf_counter()
        answer = application(environ, lambda line, *_: status.append(line))
        b"".join(answer)
        took = (time.perf_counter() - began) * 1000
        if hasattr(answer, "close"):
            answer.close()
        if status != ["200 OK"]:
            raise RuntimeError(f"{path}?{query}: {status}")
        return took

    return ask


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long an Infobutton and a table search take in a worker.")
    parser.add_argument("--atlas", type=Path, help="an atlas file, in the place of the current one")
    atlas = parser.parse_args().atlas
    if atlas is None:
        from nosograph.atlas.pointing import current
        from nosograph.web.places import data_dir

        found = current(data_dir() / "atlas")
        if found is None:
            raise RuntimeError("no atlas; benchmarks.build comes first")
        atlas = found.path
    _report(atlas)


if __name__ == "__main__":
    Path(os.environ["NOSOGRAPH_DATA"]).mkdir(parents=True, exist_ok=True)
    main()
