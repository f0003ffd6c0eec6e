"""Compiles a release, the lexicons, packs and plates into one atlas file.

The file is written beside the old one under a temporary name and renamed when it is whole, so that a build that fails
leaves the old one in place. It is named by release and content: `atlas-2026-3f9c1b2a7d44.sqlite`.
The same inputs give the same bytes: nothing in it depends on time, machine or order of directories.
"""

import gc
import hashlib
import os
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from importlib import resources
from pathlib import Path

from nosograph import __version__
from nosograph.article.composing import Desk
from nosograph.atlas.coverage import Tally
from nosograph.atlas.crossing import write_crosswalks
from nosograph.atlas.layout import FORMAT, SCHEMA
from nosograph.atlas.pointing import Current, current, remember
from nosograph.atlas.pressing import Press
from nosograph.atlas.recording import Recorder, as_json
from nosograph.atlas.records import packed
from nosograph.atlas.sharing import done, done_from_both_ends
from nosograph.errors import NosographError
from nosograph.facets.contradicting import refuse_contradictions
from nosograph.facets.deriving import derive_some
from nosograph.facets.listing import slug, values_of
from nosograph.facets.model import Facets
from nosograph.finding.alphabetic import index_names
from nosograph.finding.index import packed_index
from nosograph.finding.indexing import make_index
from nosograph.finding.naming import Name
from nosograph.icd10cm.crosswalks import crosswalk_files, read_crosswalks
from nosograph.icd10cm.model import Entry, Release
from nosograph.icd10cm.opening import default_file, open_release
from nosograph.illustration.plates import Plates, plates_folder, read_plates
from nosograph.knowledge.model import Library
from nosograph.knowledge.reading import packs_folder, read_library
from nosograph.lexicons.glossary import glossary
from nosograph.lexicons.loading import load_lexicons
from nosograph.lexicons.model import Lexicons
from nosograph.lexicons.retired import gone_from, load_retired
from nosograph.lexicons.said import BANDS

Progress = Callable[[str, int, int], None]


BATCH = 1000  # entries
_BUILDING = ".building-"
_STALE = 24 * 3600.0  # seconds; no build takes a day


def no_progress(_phase: str, _done: int, _of: int) -> None:
    """Tells nobody."""


def fingerprint(release: Path | None, oddities: Path | None = None, index: Path | None = None) -> str:
    """A digest of everything that an atlas is made from: release, packs, plates, lexicons and the program itself."""
    digest = hashlib.sha256(f"{FORMAT} {__version__}".encode())
    program = Path(str(resources.files("nosograph")))
    for root, pattern in ((packs_folder(), "*.yaml"), (plates_folder(), "*.svg"), (program, "*")):
        for path in sorted(root.rglob(pattern)):
            relative = path.relative_to(root)
            if path.suffix in (".pyc", "") or "web" in relative.parts or "cli" in relative.parts or not path.is_file():
                continue
            digest.update(relative.as_posix().encode())
            digest.update(path.read_bytes())
    for file in (release or default_file(), oddities, index, *crosswalk_files()):
        if file and file.is_file():
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def up_to_date(folder: Path) -> Path | None:
    """The current atlas where it still is what a build would give; None where there is none, or it is out of date.

    An atlas that was made from an operator's own release or index stays current while that file is away.
    """
    found = current(folder)
    if found is None:
        return None
    if any(file and not file.is_file() for file in (found.release, found.index)):
        return found.path
    return found.path if fingerprint(found.release, found.oddities, found.index) == found.fingerprint else None


def build(
    folder: Path,
    *,
    release: Path | None = None,
    oddities: Path | None = None,
    index: Path | None = None,
    progress: Progress = no_progress,
) -> Path:
    """Builds the atlas into `folder`, makes it the current one and gives its path.

    `index` is the official Alphabetic Index, whose phrases are then found, too.

    Raises a NosographError where an input cannot be used; the atlas that was there stays as it was.
    """
    with _without_collector():
        return _build(folder, release, oddities, index, progress)


@contextmanager
def _without_collector() -> Iterator[None]:
    """A build makes millions of values and no cycles of them; looking for cycles would take a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _build(folder: Path, release: Path | None, oddities: Path | None, index: Path | None, progress: Progress) -> Path:
    mark = fingerprint(release, oddities, index)
    with done([_packs_and_plates]) as read:  # facets need neither, so they are derived meanwhile
        progress("Reading the release", 0, 1)
        source = open_release(release, extra_oddities=oddities)
        phrases = index_names(index, source.entries) if index else []
        progress("Reading lexicons", 0, 1)
        lexicons = load_lexicons()
        progress("Deriving facets", 0, 1)
        facets = _facets(source, lexicons)
        refuse_contradictions(source, facets, lexicons)
        progress("Reading packs and plates", 0, 1)
        library, plates = next(read)
    desk = Desk.of(source, facets, library, plates, lexicons)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(folder)
        handle, name = tempfile.mkstemp(prefix=_BUILDING, suffix=".sqlite", dir=folder)
    except OSError as error:
        raise NosographError(
            f"{folder}: cannot be written ({error.strerror}); name another folder in NOSOGRAPH_DATA"
        ) from error
    os.close(handle)
    temporary = Path(name)
    try:
        with closing(sqlite3.connect(temporary, isolation_level=None)) as db:
            _write(db, desk, mark, phrases, progress)
        path = folder / f"atlas-{_slug(source.name)}-{_content(temporary)}.sqlite"
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    remember(folder, Current(path=path, fingerprint=mark, release=release, oddities=oddities, index=index))
    return path


def _facets(release: Release, lexicons: Lexicons) -> dict[str, Facets]:
    """The facets of every entry, in the order of the release; one half of the chapters is derived beside the other."""
    mine, others = _halves(release)
    with done([partial(derive_some, others, release, lexicons)]) as beside:
        found = derive_some(mine, release, lexicons)
        found |= next(beside)
    return {entry.key: found[entry.key] for entry in release}


def _halves(release: Release) -> tuple[list[Entry], list[Entry]]:
    """The entries of whole chapters, in two parts that take about as long; that with the largest chapter comes first.

    An entry with a 7th character is derived from the one above it, in a tenth of the time of another.
    """
    chapters: dict[str, list[Entry]] = {}
    for entry in release:
        above = release.ancestors(entry)
        chapters.setdefault((above[0] if above else entry).key, []).append(entry)
    work = {key: sum(1 if entry.seventh is None else 0.1 for entry in entries) for key, entries in chapters.items()}
    halves: tuple[list[str], list[str]] = ([], [])
    for key in sorted(chapters, key=lambda key: -work[key]):
        min(halves, key=lambda half: sum(work[k] for k in half)).append(key)
    first, second = ([entry for key in half for entry in chapters[key]] for half in halves)
    return first, second


def _packs_and_plates() -> tuple[Library, Plates]:
    return read_library(), read_plates()


def _clear_leftovers(folder: Path) -> None:
    """Remove what builds left that were killed. One of today may still be at work, in another process."""
    for left in folder.glob(f"{_BUILDING}*"):
        if time.time() - left.stat().st_mtime > _STALE:
            left.unlink(missing_ok=True)


def _slug(release: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", release.lower().removeprefix("icd-10-cm")).strip("-")[:40]


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def _write(db: sqlite3.Connection, desk: Desk, mark: str, phrases: Sequence[Name], progress: Progress) -> None:
    db.executescript(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192; PRAGMA cache_size=-65536;"
    )
    db.executescript(SCHEMA)
    db.execute("BEGIN")
    tally = Tally()
    recorder = Recorder(desk)
    entries = list(desk.release)
    with done([partial(_indexed, desk, phrases)]) as indexed:
        progress("Indexing names", 0, 1)
        dictionary = recorder.dictionary()
        db.execute("INSERT INTO dictionary VALUES (?)", (dictionary,))
        press = Press(dictionary)
        jobs = [partial(recorder.rows, entries[i : i + BATCH], press) for i in range(0, len(entries), BATCH)]
        with done_from_both_ends(jobs) as pages:
            _write_shared(db, desk, recorder)
            arrays, names = next(indexed)
            db.executemany("INSERT INTO finding VALUES (?,?)", arrays)
            db.executemany("INSERT INTO name VALUES (?,?)", enumerate(names))
            written = 0
            for rows, counted in pages:
                db.executemany("INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
                tally.join(counted)
                written += len(rows)
                progress("Writing pages", written, len(recorder.entries))
    db.executemany("INSERT INTO meta VALUES (?,?)", sorted(_meta(desk, mark, tally).items()))
    db.execute("COMMIT")
    progress("Packing the file", 0, 1)
    db.execute("ANALYZE")
    db.execute("VACUUM")


def _indexed(desk: Desk, phrases: Sequence[Name]) -> tuple[list[tuple[str, bytes]], list[str]]:
    """The arrays of the index, and the names in its order."""
    index, names = make_index(desk.release, desk.facets, desk.library, desk.lexicons, phrases)
    return sorted(packed_index(index).items()), [name.text for name in names]


def _write_shared(db: sqlite3.Connection, desk: Desk, recorder: Recorder) -> None:
    """What pages name by number: statements, notes, evidence, values of facets, sources and plates."""
    db.executemany("INSERT INTO statement VALUES (?,?)", recorder.statements())
    db.executemany("INSERT INTO note VALUES (?,?)", recorder.notes())
    db.executemany("INSERT INTO evidence VALUES (?,?)", recorder.evidence())
    gone = gone_from(desk.release.entries, load_retired())
    db.executemany("INSERT INTO retired VALUES (?,?,?,?)", ((r.code, r.title, r.last, r.nearest) for r in gone))
    _write_facets(db, desk, recorder.entries)
    write_crosswalks(db, read_crosswalks(recorder.entries), desk.facets.values())
    spans = {e.span: recorder.entries[e.key] for e in desk.release if e.span}  # a block may have its chapter's
    db.executemany("INSERT INTO span VALUES (?,?)", sorted(spans.items()))
    cited = {c.source for p in desk.library.packs for s in p.statements for c in s.citations}
    sources = [
        (s.id, as_json(packed(s))) for s in sorted(desk.library.sources.values(), key=lambda s: s.id) if s.id in cited
    ]
    db.executemany("INSERT INTO source VALUES (?,?)", sources)
    db.executemany("INSERT INTO plate VALUES (?,?,?)", _plate_files())


def _meta(desk: Desk, mark: str, tally: Tally) -> dict[str, str]:
    return {
        "format": str(FORMAT),
        "version": __version__,
        "release": desk.release.name,
        "release_digest": desk.release.digest,
        "fingerprint": mark,
        "regions": as_json({r.id: r.label for r in desk.lexicons.regions.values()}),
        "everyday_regions": as_json({slug(r.id): r.everyday for r in desk.lexicons.regions.values()}),
        "glossary": as_json([[t.term, t.plain] for t in glossary(desk.lexicons)]),
        "bands": as_json({c: BANDS.index(row.band) for c, row in sorted(desk.lexicons.commonness.items())}),
        "coverage": as_json(tally.result()),
    }


def _write_facets(db: sqlite3.Connection, desk: Desk, ids: dict[str, int]) -> None:
    """Every value of every axis, and the entries that have it."""
    regions = {r.id: r.label for r in desk.lexicons.regions.values()}
    holders: dict[tuple[str, str], tuple[str, list[int]]] = {}
    for key, ident in ids.items():
        for value in values_of(desk.facets[key], regions):
            holders.setdefault((value.axis, value.id), (value.label, []))[1].append(ident)
    numbered = list(enumerate(sorted(holders.items()), start=1))
    db.executemany(
        "INSERT INTO facet VALUES (?,?,?,?,?)",
        ((n, axis, value, label, len(set(entries))) for n, ((axis, value), (label, entries)) in numbered),
    )
    db.executemany(
        "INSERT INTO facet_entry VALUES (?,?)",
        ((n, entry) for n, (_, (_, entries)) in numbered for entry in dict.fromkeys(entries)),
    )


def _plate_files() -> Iterable[tuple[str, str, bytes]]:
    return [
        (path.stem, path.parent.name, path.read_bytes())
        for path in sorted(plates_folder().rglob("*.svg"), key=lambda p: p.stem)
    ]
