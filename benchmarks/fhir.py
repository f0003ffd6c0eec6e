"""How long the FHIR operations take inside a worker that has been answering for a while, without the network.

Each `$lookup` and `$validate-code` asks for another code; `$expand` goes through C00-D49 by pages of 1,000. Beside them
stands the shortest answer of the site, /healthz, through the same application: what Django and its middleware cost.
"""

import statistics
from urllib.parse import quote

from benchmarks.model import Bench, Figure
from benchmarks.worker import in_a_process_of_its_own, started, tell

WARMING, CODES, ROUNDS = 100, 1_000, 10
_ICD = quote("http://hl7.org/fhir/sid/icd-10-cm", safe="")


def measure(bench: Bench) -> list[Figure]:
    """The median and the 99th percentile of each operation, and its median as a multiple of /healthz."""
    return in_a_process_of_its_own("benchmarks.fhir", bench)


def _report() -> None:
    ask = started()
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


def _tell(what: str, bar: str, times: list[float], floor: float) -> None:
    times = times[min(WARMING, len(times) // 10) :]
    more = f" ({statistics.median(times) / floor:.0f} times /healthz)"
    tell(f"{what}: median, 99th percentile", bar, times, more)


if __name__ == "__main__":
    _report()
