"""Reads an atlas: pages, links, pictures. Read-only, immutable, safe to share between threads.

Worked example: `Atlas.open(path).page("C93.32").article.summary`. Refused: a file that is no atlas, or of another
format, with the remedy (build again).
"""

import json
import sqlite3
import threading
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from nosograph.article.model import Article, Part, Review, Section
from nosograph.article.outline import EMPTY, outline_of
from nosograph.atlas.changing import changes
from nosograph.atlas.code_table import CodeTable
from nosograph.atlas.concepts import Concepts, Told
from nosograph.atlas.crossing import Crosswalk
from nosograph.atlas.differing import differences
from nosograph.atlas.layout import FORMAT
from nosograph.atlas.mapping import Place, place
from nosograph.atlas.model import Differences, Hit, Link, Page, Retired, Shared
from nosograph.atlas.pictures import Pictures
from nosograph.atlas.plate_store import PlateStore
from nosograph.atlas.pressing import Press
from nosograph.atlas.records import unpacked
from nosograph.atlas.retiring import retired_code
from nosograph.atlas.searching import LINK, Searcher
from nosograph.errors import AtlasProblem, BadInput, NotFound
from nosograph.facets.model import Evidence, Facets
from nosograph.finding.index import opened_index
from nosograph.finding.ranking import Finder
from nosograph.icd10cm.model import Level, Note, NoteKind
from nosograph.icd10cm.spelling import normalise, printable
from nosograph.icd10cm.spelling import resolve as resolve_key
from nosograph.illustration.model import Scene
from nosograph.illustration.refiguring import other_figures
from nosograph.knowledge.model import Source, Stage, Statement
from nosograph.lexicons.glossary import GlossaryTerm

_BY_KEY = LINK + "WHERE key = ?"
_BY_ID = LINK + "WHERE id = ?"
_CHILDREN = LINK + "WHERE parent IS ? ORDER BY id"
_SIBLINGS = LINK + "WHERE parent IS ? AND id <> ? ORDER BY id"
_SHARED = "SELECT axis, value, label, entries FROM facet "
_SHARING = (
    "SELECT e.id, e.key, e.code, e.title, e.level, e.billable, e.everyday, e.parent FROM facet f "
    "JOIN facet_entry x ON x.facet = f.id JOIN entry e ON e.id = x.entry WHERE f.axis = ? AND f.value = ? "
    "ORDER BY x.entry LIMIT ? OFFSET ?"
)


MOST_COMPARED = 40
"""Entries side by side whose differences a page shows."""


class Atlas(Pictures):
    """An open atlas. Each thread has its own connection to the same immutable file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        try:
            meta = dict(self._rows("SELECT name, value FROM meta"))
        except sqlite3.DatabaseError as error:
            raise AtlasProblem(f"{path}: not an atlas ({error}); run `nosograph build`") from error
        if meta.get("format") != str(FORMAT):
            raise AtlasProblem(f"{path}: written by another version of Nosograph; run `nosograph build`")
        self.meta: dict[str, str] = meta
        self._press = Press(self._rows("SELECT value FROM dictionary")[0][0])
        self.release: str = meta["release"]
        self.fingerprint: str = meta["fingerprint"]
        self.digest: str = path.stem.rpartition("-")[2]
        self.regions: dict[str, str] = json.loads(meta["regions"])
        self.everyday_regions: dict[str, str] = json.loads(meta["everyday_regions"])
        self._statements = {
            i: unpacked(Statement, json.loads(r)) for i, r in self._rows("SELECT id, record FROM statement")
        }
        self._sources = {i: unpacked(Source, json.loads(r)) for i, r in self._rows("SELECT id, record FROM source")}
        self._plates = PlateStore(self._rows)
        self.concepts = Concepts(self._rows, self._told)
        self.crosswalk = Crosswalk(self._rows)
        self._making = threading.Lock()
        self._made: Searcher | None = None
        self._table: CodeTable | None = None

    @classmethod
    def open(cls, path: Path) -> "Atlas":
        """The atlas in a file. Raises AtlasProblem where there is none."""
        if not path.is_file():
            raise AtlasProblem(f"{path}: there is no atlas; run `nosograph build`")
        return cls(path)

    def _rows(self, sql: str, *values: object) -> list[Any]:
        db = getattr(self._local, "db", None)
        if db is None:
            # immutable: no locks and no checks for change, since a file of this name never changes
            db = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            db.execute("PRAGMA cache_size=-8192")
            self._local.db = db
        return db.execute(sql, values).fetchall()

    def keys(self) -> list[str]:
        """The key of every entry, in the order of the release."""
        return [key for (key,) in self._rows("SELECT key FROM entry ORDER BY id")]

    def link(self, key: str) -> Link:
        """An entry as it is named from elsewhere. Raises NotFound."""
        return _link(self._row(key))

    def page(self, key: str, *, compared: bool = True) -> Page:
        """Everything that the page of an entry needs. Raises NotFound.

        Without `compared` it has no siblings and no differences, which take half of the time.
        """
        row = self._row(key)
        record = self._record(row[0])
        above = self._above(row)
        facets = self._facets(record["facets"])
        article = self._article(record["article"], facets)
        cited = dict.fromkeys(c.source for s in article.sections for x in s.statements for c in x.citations)
        siblings = self._rows(_SIBLINGS, row[7], row[0]) if compared else []
        kin = [(r[0], _link(r)) for r in sorted([*siblings, row], key=lambda r: r[0])]
        few = 1 < len(kin) <= MOST_COMPARED and row[4] == Level.SUBCATEGORY
        return Page(
            link=_link(row),
            release=self.release,
            path=tuple(_link(r) for r in above),
            category=_link(above[-1]) if above else None,
            children=self._children(row[0]),
            siblings=tuple(_link(r) for r in siblings),
            differences=differences(self._rows, kin) if few else None,
            facets=facets,
            article=article,
            notes=self._notes(record["notes"]),
            inherited=self._notes(record["inherited"]),
            sources=tuple(self._sources[s] for s in cited),
        )

    def facets(self, key: str) -> Facets:
        """The facets of an entry alone, with their evidence. Raises NotFound."""
        data = self._record(self._row(key)[0])["facets"]
        reasons = [self._rows("SELECT record FROM evidence WHERE id = ?", i)[0][0] for i in data.get("evidence", ())]
        return replace(self._facets(data), evidence=tuple(unpacked(Evidence, json.loads(r)) for r in reasons))

    def scene(self, key: str) -> Scene:
        """The scene of an entry alone. Raises NotFound."""
        return unpacked(Scene, self._record(self._row(key)[0])["article"]["scene"])

    def summary(self, key: str) -> str:
        """The plain sentence of an entry alone. Raises NotFound."""
        return str(self._record(self._row(key)[0])["article"]["summary"])

    def figures(self, page: Page) -> tuple[str, ...]:
        """The figures that a page's illustration may be drawn with in the place of its own.

        None where the entry, or one above it, says for whose body it is.
        """
        offered = other_figures(page.article.scene, page.facets, self._plates)
        return () if offered and any(self._says_figure(link.key) for link in (*page.path, page.link)) else offered

    @lru_cache(maxsize=4096)  # noqa: B019 - an atlas lives as long as its process
    def _says_figure(self, key: str) -> bool:
        """Whether the words or the place of an entry have chosen its figure."""
        ids = self._record(self._row(key)[0])["facets"].get("evidence", ())
        found = self._rows(f"SELECT record FROM evidence WHERE id IN ({','.join('?' * len(ids))})", *ids)  # noqa: S608
        return any(json.loads(record)["axis"] == "figure" for (record,) in found)

    def changes(self, start: int, limit: int) -> list[tuple[str, str]]:
        """Keys in the order of the release from the `start`-th on, each with the day its text was last changed."""
        return changes(self._rows, self._press, start, limit)

    def chapters(self) -> tuple[Link, ...]:
        """The chapters in order."""
        return self._children(None)

    def children(self, key: str) -> tuple[Link, ...]:
        """The entries directly below one. Raises NotFound."""
        return self._children(self._row(key)[0])

    def counts(self) -> dict[str, int]:
        """How much the atlas holds."""
        (entries, billable), (statements,) = (
            self._rows("SELECT count(*), sum(billable) FROM entry")[0],
            self._rows("SELECT count(*) FROM statement")[0],
        )
        return {
            "entries": entries,
            "billable": billable,
            "statements": statements,
            "sources": len(self._sources),
            "plates": len(self._plates),
        }

    def sources(self) -> tuple[Source, ...]:
        """Every source that some statement cites, by publisher and title."""
        return tuple(sorted(self._sources.values(), key=lambda s: (s.publisher, s.title, s.id)))

    def resolve(self, text: str) -> str | None:
        """The key of the entry that a code in any usual spelling names; None where it names none."""
        try:
            return resolve_key(_Keys(self), text)
        except BadInput:
            return None

    def nearest(self, text: str) -> str | None:
        """The nearest entry above a code that does not exist: for C93.39 it is C93.3."""
        try:
            code = normalise(text)
        except BadInput:
            return None
        while len(code) >= 3:
            if self._rows("SELECT 1 FROM entry WHERE key = ?", code):
                return code
            code = code[:-1].rstrip(".")
        return None

    def retired(self, text: str) -> Retired | None:
        """What a code of earlier releases was, in any usual spelling; None where the text names none."""
        return retired_code(self._rows, text)

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """The best entries for a code or words; see `searching`."""
        key = self.resolve(query)
        gone = None if key else self.retired(query)
        near = gone.nearest if gone else None if key else self.nearest(query)
        return self._searcher().search(query, limit, exact=key, near=near, until=gone.last if gone else None)

    def spelled(self, query: str) -> str:
        """Another spelling of words that would find something; empty where there is none."""
        return self._searcher().spelled(query)

    def _searcher(self) -> Searcher:
        """Made at the first search, once: a server that only shows pages does without."""
        with self._making:
            if self._made is None:
                index = opened_index(dict(self._rows("SELECT name, value FROM finding")))
                finder = Finder(index)
                self._made = Searcher(self._rows, _link, index, finder)
            return self._made

    def code_table(self) -> CodeTable:
        """The billable codes, ready to be completed as one types; made at the first question, once."""
        with self._making:
            if self._table is None:
                self._table = CodeTable(self._rows, json.loads(self.meta["bands"]))
            return self._table

    def shared(self, axis: str | None = None) -> tuple[Shared, ...]:
        """Every value of an axis (of all axes where none is named), those that most entries have first."""
        rows = self._rows(_SHARED + "WHERE ? IS NULL OR axis = ? ORDER BY axis, entries DESC, label", axis, axis)
        return tuple(_shared(r) for r in rows)

    def sharing(self, axis: str, value: str, *, start: int, limit: int) -> tuple[Shared, tuple[Link, ...]]:
        """A value, and some of the entries that have it, in the order of the release, from the `start`-th on.

        Raises NotFound for a value that no entry has.
        """
        found = self._rows(_SHARED + "WHERE axis = ? AND value = ?", axis, value)
        if not found:
            raise NotFound(f"no entry has {printable(value)!r} as its {printable(axis)}; /facets lists what there is")
        rows = self._rows(_SHARING, axis, value, limit, start)
        return _shared(found[0]), tuple(_link(r) for r in rows)

    def above(self, key: str) -> tuple[Link, ...]:
        """What stands above an entry, from the chapter down. Raises NotFound."""
        return tuple(_link(r) for r in self._above(self._row(key)))

    def differences_below(self, key: str) -> Differences | None:
        """How the entries right below one differ; None where they are too many, too few, or facets cannot tell."""
        found = [(r[0], _link(r)) for r in self._rows(_CHILDREN, self._row(key)[0])]
        return differences(self._rows, found) if 1 < len(found) <= MOST_COMPARED else None

    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """Every term that is explained, by the alphabet."""
        return tuple(GlossaryTerm(term=term, plain=plain) for term, plain in json.loads(self.meta["glossary"]))

    def place(self, region: str) -> Place:
        """A region of the map of the body, by its id in addresses. Raises NotFound."""
        return place(self._rows, _link, self.meta, "region", region)

    def part(self, site: str) -> Place:
        """A part of the body, by its id in addresses. Raises NotFound."""
        return place(self._rows, _link, self.meta, "site", site)

    def _row(self, key: str) -> Any:
        rows = self._rows(_BY_KEY, key)
        if not rows:
            near = self.nearest(key)
            hint = f"the nearest is {near}" if near else "search for its words instead"
            raise NotFound(f"{printable(key)!r} is not in {self.release}; {hint}")
        return rows[0]

    def _record(self, ident: int) -> dict[str, Any]:
        blob = self._rows("SELECT record FROM entry WHERE id = ?", ident)[0][0]
        return json.loads(self._press.given_back(blob))  # type: ignore[no-any-return]

    def _told(self, ident: int) -> Told:
        """What an entry says of itself, without its page being made."""
        record = self._record(ident)
        notes = (self._note(i) for i in record["notes"])
        return Told(
            summary=record["article"]["summary"],
            also_called=tuple(record["article"]["also_called"]),
            inclusion_terms=tuple(n.text for n in notes if n.kind is NoteKind.INCLUSION_TERM),
        )

    def _above(self, row: Any) -> list[Any]:
        out = []
        while row[7] is not None:
            row = self._rows(_BY_ID, row[7])[0]
            out.append(row)
        return out[::-1]

    def _children(self, ident: int | None) -> tuple[Link, ...]:
        return tuple(_link(r) for r in self._rows(_CHILDREN, ident))

    def _notes(self, ids: list[int]) -> tuple[Note, ...]:
        return tuple(self._note(i) for i in ids)

    @lru_cache(maxsize=4096)  # noqa: B019 - an atlas lives as long as its process
    def _note(self, ident: int) -> Note:
        return unpacked(Note, json.loads(self._rows("SELECT record FROM note WHERE id = ?", ident)[0][0]))

    @staticmethod
    def _facets(data: dict[str, Any]) -> Facets:
        """The facets without their evidence, which a page does not show."""
        return unpacked(Facets, {name: value for name, value in data.items() if name != "evidence"})

    def _article(self, data: dict[str, Any], facets: Facets) -> Article:
        stage = Stage(data.get("stage", Stage.FRESH))
        headings = dict(outline_of(facets.kind, stage))
        sections = tuple(
            Section(
                id=s,
                heading=headings[s],
                statements=tuple(self._statements[i] for i in ids),
                empty=None if ids else EMPTY,
            )
            for s, ids in data["sections"]
        )
        return Article(
            summary=data["summary"],
            decoded=tuple(unpacked(Part, p) for p in data["decoded"]),
            also_called=tuple(data["also_called"]),
            sections=sections,
            review=unpacked(Review, data["review"]),
            scene=unpacked(Scene, data["scene"]),
            stage=stage,
        )


class _Keys:
    """The keys of an atlas as a container, so that spelling can be resolved without loading them all."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    def __contains__(self, key: object) -> bool:
        return bool(self._atlas._rows("SELECT 1 FROM entry WHERE key = ?", str(key)))


def _link(row: Any) -> Link:
    return Link(key=row[1], code=row[2], title=row[3], level=Level(row[4]), billable=bool(row[5]), everyday=row[6])


def _shared(row: Any) -> Shared:
    return Shared(axis=row[0], value=row[1], label=row[2], entries=row[3])
