"""Finds entries by words: titles, everyday names, other names and inclusion terms.

Ranking is a tuple of named small scores, the first that differs decides: the exact code; a name that is the query
itself; all words in the title or a name; how many levels down; the order of the release.
Worked example: "juvenile myelo" gives C93.3 first and then C93.30, C93.31 and C93.32; "JMML" gives the same, by name.
"""

import re
from collections.abc import Callable
from typing import Any

from nosograph.atlas.model import Hit, Link

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_CANDIDATES = 400
# The words' table holds no text of its own, so names and terms are scored through the index alone.
_SQL = """
SELECT e.id, e.key, e.code, e.title, e.level, e.billable, e.everyday, e.parent
FROM word JOIN entry e ON e.id = word.rowid WHERE word MATCH ?
ORDER BY bm25(word, 10.0, 8.0, 4.0), length(e.code), e.id LIMIT ?
"""
_SQL_NAME = """
SELECT e.id, e.key, e.code, e.title, e.level, e.billable, e.everyday, e.parent, n.name
FROM name n JOIN entry e ON e.id = n.entry WHERE n.lower = ? ORDER BY e.id
"""


def search(
    rows: Callable[..., list[Any]], link: Callable[[Any], Link], query: str, limit: int, *, exact: Any | None
) -> list[Hit]:
    """The best hits. `rows` runs SQL, `link` makes a link of a row, `exact` the row of a code asked for."""
    hits = [Hit(link=link(exact), why="code")] if exact else []
    words = [w.lower() for w in _WORD.findall(query)][:12]
    if not words or limit < 1:
        return hits[: max(limit, 0)]
    taken = {exact[0]} if exact else set()
    for *row, name in rows(_SQL_NAME, " ".join(query.lower().split())):
        if row[0] not in taken:
            hits.append(Hit(link=link(row), why=f"also called: {name}"))
            taken.add(row[0])
    found = _matching(rows, words)
    ranked = sorted((r for r in found if r[0] not in taken), key=lambda r: _score(r, words))
    hits.extend(Hit(link=link(r), why=_why(r, words)) for r in ranked[: limit - len(hits)])
    return hits[:limit]


def _matching(rows: Callable[..., list[Any]], words: list[str]) -> list[Any]:
    """Entries that have every word (the last may be unfinished); else those that have any."""
    quoted = [f'"{w}"' for w in words]
    every = " AND ".join([*quoted[:-1], f"{quoted[-1]}*"])
    found = rows(_SQL, every, _CANDIDATES)
    if found or len(words) == 1:
        return found
    return rows(
        _SQL, " OR ".join(f"{q}*" if len(w) > 3 else q for q, w in zip(quoted, words, strict=True)), _CANDIDATES
    )


def _score(row: Any, words: list[str]) -> tuple[int, int, int, int]:
    title = [w.lower() for w in _WORD.findall(row[3])]
    everyday = [w.lower() for w in _WORD.findall(row[6] or "")]
    whole = 0 if words in (title, everyday) else 1
    in_title = 0 if _all_in(words, title) or _all_in(words, everyday) else 1
    return whole, in_title, len(row[2]), row[0]


def _all_in(words: list[str], text: list[str]) -> bool:
    return all(w in text for w in words[:-1]) and any(t.startswith(words[-1]) for t in text)


def _why(row: Any, words: list[str]) -> str:
    if _all_in(words, [w.lower() for w in _WORD.findall(row[3])]):
        return "title"
    if row[6] and _all_in(words, [w.lower() for w in _WORD.findall(row[6])]):
        return f"everyday name: {row[6]}"
    return "another name or an included term"
