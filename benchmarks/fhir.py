"""How long the FHIR operations take inside a worker that has been answering for a while, without the network.

Each `$lookup` and `$validate-code` asks for another code; `$expand` goes through C00-D49 by pages of 1,000. Beside them
stands the shortest answer of the site, /healthz, through the same application: what Django and its middleware cost.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from benchmarks.model import Bench, Figure

WARMING, CODES, ROUNDS = 100, 1_000, 10
_ICD = quote("http://hl7.org/fhir/sid/icd-10-cm", safe="")
Ask = Callable[[str, str], float]


def measure(bench: Bench) -> list[Figure]:
    """The median and the 99th percentile of each operation, and its median as a multiple of /healthz."""
    command = [sys.executable, "-m", "benchmarks.fhir"]
    told = subprocess.run(
        command, env={**os.environ, "NOSOGRAPH_DATA": str(bench.data)}, check=True, capture_output=True, text=True
    ).stdout
    rows = [line.split("|") for line in told.splitlines() if line.count("|") == 2]
    return [Figure(what=what, bar=bar, result=result) for what, bar, result in rows]


def _report() -> None:
    from nosograph.atlas.pointing import current
    from nosograph.web.places import data_dir

    found = current(data_dir() / "atlas")
    given = os.environ.get("NOSOGRAPH_ATLAS")
    if found is None and not given:
        raise RuntimeError("no atlas; benchmarks.build comes first")
    from nosograph.web.server import prepare

    prepare("127.0.0.1", Path(given) if given else found.path)
    ask = _asking()
    from nosograph.web import shelf

    keys = shelf.atlas().keys()
    codes = keys[:: len(keys) // CODES][:CODES]
    floor = statistics.median([ask("/healthz", "") for _ in range(200)][100:])
    system = f"system={_ICD}&code="
    _tell("$lookup of a code", "at most 5 ms", [ask("/fhir/CodeSystem/$lookup", system + c) for c in codes], floor)
    url = f"url={_ICD}&code="
    times = [ask("/fhir/CodeSystem/$validate-code", url + c) for c in codes]
    _tell("$validate-code of a code system", "at most 5 ms", times, floor)
    inside = "/fhir/ValueSet/icd-10-cm-billable/$validate-code"
    _tell("$validate-code of a value set", "at most 5 ms", [ask(inside, system + c) for c in codes], floor)
    expand = "/fhir/ValueSet/icd-10-cm-C00-D49/$expand"
    pages = [ask(expand, f"count=1000&offset={n}") for _ in range(ROUNDS) for n in (0, 1000)]
    _tell("$expand of C00-D49, a page of 1,000", "at most 60 ms", pages[2:], floor)
    billable = "/fhir/ValueSet/icd-10-cm-billable/$expand"
    words = [ask(billable, f"count=20&filter={word}") for word in ("leukemia", "femur") * 10]
    _tell("$expand of billable codes, 20 that hold a word", "", words[2:], floor)


def _asking() -> Ask:
    """A function that asks the site's application for an address and gives the milliseconds that it took."""
    from nosograph.web.wsgi import application

    def ask(path: str, query: str) -> float:
        environ: dict[str, object] = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost:8000",
            "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "wsgi.errors": sys.stderr,
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


def _tell(what: str, bar: str, times: list[float], floor: float) -> None:
    times = times[min(WARMING, len(times) // 10) :]
    middle = statistics.median(times)
    late = statistics.quantiles(times, n=100)[98]
    print(f"{what}: median, 99th percentile|{bar}|{middle:.1f} ms, {late:.1f} ms ({middle / floor:.0f} times /healthz)")


if __name__ == "__main__":
    Path(os.environ["NOSOGRAPH_DATA"]).mkdir(parents=True, exist_ok=True)
    _report()
