"""The short answer at the top of a page: at most 120 words from what the article says below, each with its sources.

What the thing is stands whole where it is short. Of other statements the short answer takes the first sentence; of what
needs help at once it takes all, since half a warning can be a wrong one. It is made from the article as a reader may
see it, so it holds nothing that is for members.
Worked example: high blood pressure has the points "What it is", "Symptoms", "Outlook", "What you can do" and "Get
help at once".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nosograph.article.acts import sign_of, tells_an_act
from nosograph.article.model import Section
from nosograph.knowledge.choosing import WHAT_IT_IS
from nosograph.knowledge.grading import sentences, words_in
from nosograph.knowledge.model import Scope, Statement

MOST_WORDS = 120
_SHORT = 45  # words: a first statement up to here stands whole
_TOO_SHORT = 7  # words: a first sentence below this does not stand alone
_FIRST_FEW = 6
_OPENS = ("definition", "meaning")
_TO_DO = "What you can do"
# What follows, in the order of the page, and how it is called there.
_FOLLOWS = (
    ("when-used", "When it is used"),
    ("symptoms", "Symptoms"),
    ("outlook", "Outlook"),
    ("supportive-care", _TO_DO),
    ("safety", "Staying safe"),
)
_HELP = "Get help at once"
# Topics of statements that say what this code adds to its condition.
_ADDS = frozenset(
    {
        "what-this-code-says", "remission", "relapse", "healing", "open-closed", "what-remission-means",
        "what-relapse-means", "what-no-remission-means",
    }
)  # fmt: skip
# A section that opens so holds numbers that a reader may not want to meet: the short answer leaves it out.
_HARD = "before-the-numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One line of the short answer: its name, and the statement cut to what is said here."""

    name: str
    statement: Statement


def brief_of(sections: Sequence[Section]) -> tuple[Point, ...]:
    """The short answer; empty where the sections hold nothing to begin with."""
    found = {s.id: s.statements for s in sections if s.statements}
    opening = next((found[name] for name in _OPENS if name in found), ())
    if not opening:
        return ()
    help_first = next((s for s in found.get("get-help", ()) if s.urgent), None)
    points = [Point(name="What it is", statement=_opening(opening[0]))]
    room = MOST_WORDS - _words(points[0].statement) - (_words(help_first) if help_first else 0)
    points += _fitting(list(_more(found, opening)), room)
    if help_first:
        points.append(Point(name=_HELP, statement=help_first))
    return tuple(points)


def _fitting(points: Sequence[Point], room: int) -> list[Point]:
    """The points for which there is room, in order; what one can do is left out last."""
    kept = []
    for point in sorted(points, key=lambda p: p.name != _TO_DO):
        if _words(point.statement) <= room:
            room -= _words(point.statement)
            kept.append(point)
    return [point for point in points if point in kept]


def _more(found: dict[str, tuple[Statement, ...]], opening: Sequence[Statement]) -> Iterator[Point]:
    adds = next((s for s in opening[1:] if s.scope is Scope.CODE and s.topic in _ADDS), None)
    if adds:
        yield Point(name="This code", statement=_first(adds))
    for section, name in _FOLLOWS:
        if section in found and found[section][0].topic not in (WHAT_IT_IS, _HARD):
            told = _TOLD.get(section, _opens)(found[section])
            if told:
                yield Point(name=name, statement=_first(told))


def _with_signs(statements: Sequence[Statement]) -> Statement | None:
    """Of the first few about the condition, the one whose beginning names several signs; else the first statement."""
    own = [s for s in statements[:_FIRST_FEW] if s.scope in (Scope.CODE, Scope.CONDITION)]
    return next((s for s in own if "," in _first(s).text), statements[0])


def _with_an_act(statements: Sequence[Statement]) -> Statement | None:
    """The first that tells what one can do oneself, and that can wait; then whom to ask; None where no act is told.

    What is about a hard end is for those who read on.
    """
    acts = [
        s for s in statements if not s.urgent and tells_an_act(_first(s).text) and not _HARD_END.search(_first(s).text)
    ]
    return next((s for s in acts if sign_of(s.text) not in _NOT_ONESELF), acts[0] if acts else None)


_HARD_END = re.compile(r"palliat|hospice|dying|death|\bdie|funeral|grie[fv]|last wishes", re.IGNORECASE)
_NOT_ONESELF = ("", "talk", "do-not", "call")


def _opens(statements: Sequence[Statement]) -> Statement | None:
    return statements[0]


_TOLD = {"symptoms": _with_signs, "supportive-care": _with_an_act}


def _opening(statement: Statement) -> Statement:
    """What the thing is, whole where that is short: its first sentence may only lead up to it."""
    return statement if _words(statement) <= _SHORT else _first(statement)


def _first(statement: Statement) -> Statement:
    """The first sentence; the first two where the first is too short to stand alone."""
    parts = sentences(statement.text)
    kept = parts[:2] if words_in(parts[0]) < _TOO_SHORT else parts[:1]
    return replace(statement, text=" ".join(kept))


def _words(statement: Statement) -> int:
    return words_in(statement.text)
