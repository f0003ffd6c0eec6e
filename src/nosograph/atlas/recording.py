"""The records of an atlas: one row for each entry, with what many entries share stored once and named by number.

Statements, notes and the evidence of facets are shared; they are numbered in an order that depends on the inputs alone.
Worked example: the record of C93.32 names its statements by number, and has its scene and its summary in full.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from pydantic_core import to_json

from nosograph.article.composing import Desk, write_article
from nosograph.article.model import Article, Section
from nosograph.atlas.coverage import Tally
from nosograph.atlas.pressing import Press, learned
from nosograph.atlas.records import packed
from nosograph.facets.model import Evidence, Facets
from nosograph.icd10cm.inheriting import Inheritance
from nosograph.icd10cm.model import Entry, Release
from nosograph.illustration.model import Scene
from nosograph.knowledge.model import Stage

Row = tuple[object, ...]
_LEARN_FROM = 1000
"""Records to learn from; with more of them the file becomes hardly smaller."""
_SCENE = tuple(field.name for field in fields(Scene))  # none has a default, so all are written


class Recorder:
    """Writes the rows of a desk's release and numbers what they share."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.entries = {key: i for i, key in enumerate(desk.release.entries, start=1)}
        self._last = _last_below(desk.release, self.entries)
        # Statements and notes are told apart by identity: hashing their texts a million times would cost half a minute.
        self._statements = {
            id(s): i for i, s in enumerate((s for p in desk.library.packs for s in p.statements), start=1)
        }
        self._notes = {id(n): i for i, n in enumerate((n for e in desk.release for n in e.notes), start=1)}
        self._inheritance = Inheritance(desk.release)
        self._evidence: dict[Evidence, int] = {}
        for entry in desk.release:
            for reason in desk.facets[entry.key].evidence:
                self._evidence.setdefault(reason, len(self._evidence) + 1)
        self._packed: dict[int, tuple[object, Any]] = {}
        self._sections: dict[int, tuple[tuple[Section, ...], list[object]]] = {}

    def dictionary(self) -> bytes:
        """What the records have in common, learned from entries that lie evenly in the release."""
        entries = list(self._desk.release)
        unseen = Tally()
        return learned([self._record(entry, unseen) for entry in entries[:: max(1, len(entries) // _LEARN_FROM)]])

    def rows(self, entries: Sequence[Entry], press: Press) -> tuple[list[Row], Tally]:
        """The rows of some entries, and what is counted of them."""
        tally = Tally()
        return [self.row(entry, press, tally) for entry in entries], tally

    def row(self, entry: Entry, press: Press, tally: Tally) -> Row:
        """The row of one entry in the order of the table's columns; counts it in `tally`."""
        name = self._desk.lexicons.everyday_names.get(entry.key)
        return (
            self.entries[entry.key],
            entry.key,
            entry.code,
            entry.title,
            str(entry.level),
            int(entry.billable),
            name.everyday if name else None,
            self.entries[entry.parent] if entry.parent else None,
            self._last[entry.key],
            press.pressed(self._record(entry, tally)),
        )

    def _record(self, entry: Entry, tally: Tally) -> bytes:
        """All that a page says of an entry, as JSON; counts it in `tally`."""
        desk = self._desk
        facets = desk.facets[entry.key]
        article = write_article(entry, desk)
        above = desk.release.ancestors(entry)
        tally.add(entry, facets, article, (above[0] if above else entry).key)
        return to_json(
            {
                "facets": self._facets(facets),
                "article": self._article(article),
                "notes": [self._notes[id(n)] for n in entry.notes],
                "inherited": [self._notes[id(n)] for n in self._inheritance.of(entry)],
            }
        )

    def statements(self) -> Iterator[tuple[int, str]]:
        """Every statement of the library with its number."""
        return ((self._statements[id(s)], as_json(packed(s))) for p in self._desk.library.packs for s in p.statements)

    def notes(self) -> Iterator[tuple[int, str]]:
        """Every note of the release with its number."""
        return ((self._notes[id(n)], as_json(packed(n))) for e in self._desk.release for n in e.notes)

    def evidence(self) -> Iterator[tuple[int, str]]:
        """Every piece of evidence that some row names, with its number."""
        return ((i, as_json(packed(e))) for e, i in self._evidence.items())

    def _facets(self, facets: Facets) -> dict[str, Any]:
        data: dict[str, Any] = packed(facets, without="evidence")
        data["evidence"] = [self._evidence[e] for e in facets.evidence]
        return data

    def _article(self, article: Article) -> dict[str, object]:
        stage = {} if article.stage is Stage.FRESH else {"stage": str(article.stage)}
        return {
            **stage,
            "summary": article.summary,
            "decoded": [*map(self._once, article.decoded[:-1]), *map(packed, article.decoded[-1:])],
            "also_called": list(article.also_called),
            "review": self._once(article.review),
            "scene": self._scene(article.scene),
            "sections": self._numbered(article.sections),
        }

    def _scene(self, scene: Scene) -> dict[str, object]:
        """A scene; entries that are drawn alike share its figure, panels and strips."""
        shared = ("body", "panels", "strips")
        values = ((name, getattr(scene, name)) for name in _SCENE)
        return {name: self._once(value) if name in shared else packed(value) for name, value in values}

    def _once(self, value: object) -> Any:
        """The data of a value that other entries have, too; the value is kept, so that no other takes its identity."""
        if isinstance(value, tuple):
            return [self._once(each) for each in value]
        known = self._packed.get(id(value))
        if known is None:
            known = self._packed[id(value)] = (value, packed(value))
        return known[1]

    def _numbered(self, sections: tuple[Section, ...]) -> list[object]:
        """Sections as names and numbers; entries that were given the same ones share the work."""
        known = self._sections.get(id(sections))
        if known is None:
            numbered: list[object] = [[s.id, [self._statements[id(x)] for x in s.statements]] for s in sections]
            known = self._sections[id(sections)] = (
                sections,
                numbered,
            )  # kept, so that no other value takes its identity
        return known[1]


def _last_below(release: Release, ids: dict[str, int]) -> dict[str, int]:
    """The number of the last entry below each. Entries are numbered in document order, so what is below is a range."""
    last = dict(ids)
    for entry in reversed(list(release)):
        if entry.parent:
            last[entry.parent] = max(last[entry.parent], last[entry.key])
    return last


def as_json(value: object) -> str:
    """The one JSON text of a value."""
    return to_json(value).decode()
