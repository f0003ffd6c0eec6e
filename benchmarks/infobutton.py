"""How long an Infobutton and a table search take inside a worker, without the network.

    NOSOGRAPH_DATA=... python -m benchmarks.infobutton [--atlas FILE]

Each code is a different one, and so is each word, so nothing comes from memory. Without `--atlas` the current atlas of
the data folder is asked. `make bench` runs it with the others.
"""

import argparse
import random
import re
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.model import Bench, Figure
from benchmarks.worker import in_a_process_of_its_own, started, tell

WARMING, ASKED = 100, 1_000
_OID = "2.16.840.1.113883.6.90"
_PERSON = {"age.v.v": "8", "age.v.u": "a", "subTopic.v.c": "Q000628"}
_WORD = re.compile(r"[A-Za-z]{4,}")


def measure(bench: Bench) -> list[Figure]:
    """Atom for a code, JSON for a person and a sub-topic, and the table for the beginnings of two words."""
    return in_a_process_of_its_own("benchmarks.infobutton", bench)


def _report(atlas: Path | None) -> None:
    ask = started(atlas)
    from nosograph.web import shelf

    keys = [key for key in shelf.atlas().keys() if "-" not in key]  # noqa: SIM118 - the keys of an atlas are a list
    drawn = random.Random(1).sample(keys, ASKED + WARMING)
    for name, query, bar in (
        ("/service, Atom: median, 99th percentile", _plain, "at most 5 ms, –"),
        ("/service, JSON, for a person: median, 99th percentile", _personal, "at most 5 ms, –"),
    ):
        for key in drawn[:WARMING]:
            ask("/service", query(key))
        tell(name, bar, [ask("/service", query(key)) for key in drawn[WARMING:]])
    first = ask("/api/icd10cm/v3/search", "terms=a")
    print(f"table search, the very first in a worker|–|{first:.0f} ms")
    typed = [_beginnings(shelf.atlas().link(key).title) for key in drawn[WARMING:]]
    tell(
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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long an Infobutton and a table search take in a worker.")
    parser.add_argument("--atlas", type=Path, help="an atlas file, in the place of the current one")
    _report(parser.parse_args().atlas)


if __name__ == "__main__":
    main()
