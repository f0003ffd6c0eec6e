"""What search finds and how fast, beside SQLite FTS5 and tantivy on the same words.

    python -m benchmarks.finding --phrases index.tsv --queries queries.tsv

Both files have the columns that the phrases or queries stand under (`phrase` or `query`) and `accept`: codes or
beginnings of codes, parted by |. They are not part of the project. Three ways are measured on the same names:

- Nosograph: `finding`, as it is served;
- FTS5: SQLite full text over titles and other names, any of the words, ranked by bm25;
- tantivy: the same names in a tantivy index (English stems), any of the words, ranked by BM25.

The last two are what a library gives by itself, without readings of the question and ranking of our own. So both are
measured a second time as what brings 300 candidates, of which our own ranking has the last word; the time is then that
of bringing them, to which that of ranking would come.
"""

import argparse
import csv
import random
import re
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from nosograph.facets.deriving import derive_all
from nosograph.finding.indexing import make_index
from nosograph.finding.naming import Name
from nosograph.finding.ranking import Finder
from nosograph.icd10cm.opening import open_release
from nosograph.knowledge.reading import read_library
from nosograph.lexicons.loading import load_lexicons

Search = Callable[[str], list[str]]
_WORD = re.compile(r"\w+")
_FIRST = 10
_CANDIDATES = 300
_MOST = 3000  # phrases that are asked, drawn with a fixed seed


def nosograph() -> tuple[Callable[[str, int], list[str]], list[Name]]:
    """Search as it is served, with how many are wanted, and the names that it knows."""
    release, lexicons = open_release(), load_lexicons()
    index, names = make_index(release, derive_all(release, lexicons), read_library(), lexicons)
    finder = Finder(index)
    return (lambda text, count: [index.keys[f.entry] for f in finder.find(text, count)]), names


def fts5(names: list[Name], count: int) -> Search:
    """SQLite full text over the same names: the codes of the `count` names that fit best."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(text, key UNINDEXED, tokenize='porter unicode61')")
    db.executemany("INSERT INTO t VALUES (?,?)", ((n.text, n.key) for n in names))

    def search(text: str) -> list[str]:
        words = " OR ".join(f'"{w}"' for w in _WORD.findall(text))
        sql = "SELECT key FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT ?"
        return list(dict.fromkeys(k for (k,) in db.execute(sql, (words, count)))) if words else []

    return search


def tantivy(names: list[Name], count: int) -> Search | None:
    """The same names in tantivy: the codes of the `count` that fit best; None where it is not installed."""
    try:
        import tantivy as library
    except ImportError:
        return None
    schema = library.SchemaBuilder()
    schema.add_text_field("text", tokenizer_name="en_stem")
    schema.add_text_field("key", stored=True, tokenizer_name="raw")
    index = library.Index(schema.build())
    writer = index.writer(num_threads=1)
    for name in names:
        writer.add_document(library.Document(text=name.text, key=name.key))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> list[str]:
        words = " ".join(_WORD.findall(text))
        if not words:
            return []
        hits = searcher.search(index.parse_query(words, ["text"]), count).hits
        return list(dict.fromkeys(searcher.doc(address)["key"][0] for _, address in hits))

    return search


def under_own_ranking(candidates: Search, ranked: dict[str, list[str]]) -> Search:
    """Candidates in the order of our own ranking, which was made before (`ranked`) and takes no time here."""

    def search(text: str) -> list[str]:
        near = set(candidates(text))
        return [key for key in ranked[text] if key in near]

    return search


def measured(search: Search, rows: list[tuple[str, list[str]]]) -> dict[str, float]:
    """How often the right code is first, in the first 5 and 10, its mean reciprocal rank, and milliseconds."""
    places, times = [], []
    for text, accepted in rows:
        start = time.perf_counter()
        found = search(text)[:_FIRST]
        times.append((time.perf_counter() - start) * 1000)
        right = [n for n, key in enumerate(found) if key.replace(".", "").startswith(tuple(accepted))]
        places.append(right[0] if right else None)
    times.sort()
    count = len(rows)
    return {
        "first": sum(p == 0 for p in places) / count,
        "first 5": sum(p is not None and p < 5 for p in places) / count,
        "first 10": sum(p is not None for p in places) / count,
        "MRR": sum(1 / (p + 1) for p in places if p is not None) / count,
        "ms median": times[count // 2],
        "ms p99": times[int(count * 0.99)],
    }


def read(path: Path, column: str) -> list[tuple[str, list[str]]]:
    """Questions with the codes that answer them."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [(row[column], row["accept"].replace(".", "").split("|")) for row in rows if row.get("type") != "code"]
    return random.Random(1).sample(found, _MOST) if len(found) > _MOST else found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What search finds and how fast, beside FTS5 and tantivy.")
    parser.add_argument("--phrases", type=Path, help="TSV with the columns phrase and accept")
    parser.add_argument("--queries", type=Path, help="TSV with the columns query and accept")
    given = parser.parse_args()
    own, names = nosograph()
    libraries = {"SQLite FTS5": fts5, "tantivy": tantivy}
    alone = {name: made(names, 30) for name, made in libraries.items()}
    candidates = {name: made(names, _CANDIDATES) for name, made in libraries.items()}
    for path, column in ((given.phrases, "phrase"), (given.queries, "query")):
        if path is None:
            continue
        rows = read(path, column)
        ranked = {text: own(text, _CANDIDATES) for text, _ in rows}
        ways: dict[str, Search | None] = {"Nosograph": lambda text: own(text, _FIRST), **alone}
        for name, search in candidates.items():
            ways[f"{name}, ranked by us"] = search and under_own_ranking(search, ranked)
        print(f"\n{len(rows):,} of {path.name}")
        for name, way in ways.items():
            if way is not None:
                figures = measured(way, rows)
                print(f"{name:<26}", *(f"{label} {value:.2f}" for label, value in figures.items()), sep="  ")


if __name__ == "__main__":
    main()
