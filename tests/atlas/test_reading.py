"""Reading an atlas: what the pipeline made is what comes back, and a wrong file is told with the remedy."""

import shutil
import sqlite3
import threading

import pytest

from nosograph.article.composing import Desk, write_article
from nosograph.atlas.reading import Atlas
from nosograph.errors import AtlasProblem, BadInput, NotFound
from nosograph.facets.deriving import derive_all
from nosograph.facets.listing import values_of
from nosograph.icd10cm.inheriting import notes_for
from nosograph.icd10cm.model import Level
from nosograph.icd10cm.opening import open_release
from nosograph.illustration.plates import read_plates
from nosograph.illustration.svg import render
from nosograph.knowledge.reading import read_library
from nosograph.lexicons.loading import load_lexicons


@pytest.fixture(scope="module")
def desk(sample_release):
    """What the sample atlas was made from, made anew."""
    lexicons, release = load_lexicons(), open_release(sample_release)
    return Desk.of(release, derive_all(release, lexicons), read_library(), read_plates(), lexicons)


def test_every_entry_is_there_in_the_order_of_the_release(atlas, desk):
    assert atlas.keys() == list(desk.release.entries)
    assert atlas.release == desk.release.name


def test_every_page_is_what_the_pipeline_made(atlas, desk):
    wrong = []
    for entry in desk.release:
        page, own, inherited = atlas.page(entry.key), *notes_for(desk.release, entry)
        same = {
            "article": page.article == write_article(entry, desk),
            "facets": atlas.facets(entry.key) == desk.facets[entry.key],
            "notes": (page.notes, page.inherited) == (own, inherited),
            "link": (page.link.code, page.link.title, page.link.level, page.link.billable)
            == (entry.code, entry.title, entry.level, entry.billable),
            "path": [x.key for x in page.path] == [e.key for e in desk.release.ancestors(entry)],
            "children": [x.key for x in page.children] == list(entry.children),
        }
        wrong += [(entry.key, what) for what, right in same.items() if not right]
    assert wrong == []


def test_a_page_names_its_category_its_siblings_and_its_release(atlas):
    page = atlas.page("C93.32")
    assert (page.category.code, page.category.title) == ("C93.3", "Juvenile myelomonocytic leukemia")
    assert [s.code for s in page.siblings] == ["C93.30", "C93.31"]
    assert [x.key for x in page.path] == ["2", "C81-C96", "C93", "C93.3"]
    assert page.release.startswith("ICD-10-CM 2026")


def test_a_chapter_has_no_category_and_its_siblings_are_the_other_chapters(atlas):
    page = atlas.page("2")
    assert page.category is None
    assert page.path == ()
    assert {s.level for s in page.siblings} == {Level.CHAPTER}
    assert len(page.siblings) == 21


def test_a_block_and_its_only_category_are_two_pages(atlas):
    assert atlas.page("B20").link.level is Level.CATEGORY
    assert atlas.page("B20-B20").link.level is Level.BLOCK
    assert atlas.page("B20-B20").link.code == "B20"


def test_sources_are_those_that_the_article_cites_in_the_order_of_first_use(atlas):
    page = atlas.page("C93.32")
    cited = dict.fromkeys(c.source for s in page.article.sections for x in s.statements for c in x.citations)
    assert [s.id for s in page.sources] == list(cited)
    assert all(s.url.startswith("http") and s.publisher for s in page.sources)


def test_a_picture_is_drawn_from_the_plates_in_the_atlas(atlas, desk):
    scene = write_article(desk.release.entries["C93.32"], desk).scene
    assert atlas.scene("C93.32") == scene
    assert atlas.svg("C93.32") == render(scene, desk.plates)
    assert atlas.svg("C93.32", standalone=False) == render(scene, desk.plates, standalone=False)
    assert atlas.png("C93.32", 320)[:4] == b"\x89PNG"
    with pytest.raises(BadInput):
        atlas.png("C93.32", 1)


@pytest.mark.parametrize("ask", ["page", "link", "facets", "scene", "svg", "children"])
@pytest.mark.parametrize(("key", "near"), [("C93.39", "the nearest is C93.3"), ("XYZ", "search for its words instead")])
def test_an_entry_that_is_not_there_is_told_with_the_nearest_one(atlas, ask, key, near):
    with pytest.raises(NotFound) as refused:
        getattr(atlas, ask)(key)
    assert key in str(refused.value)
    assert near in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("C93.32", "C93.32"), ("c9332", "C93.32"), (" c93-32 ", "C93.32"), ("S72001A", "S72.001A"), ("b20", "B20"),
        ("c81–c96", "C81-C96"), ("02", "2"), ("C99.99", None), ("leukemia", None), ("", None),
        ("'; DROP TABLE entry", None),
    ],
)  # fmt: skip
def test_a_code_in_any_usual_spelling_is_resolved(atlas, typed, expected):
    assert atlas.resolve(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("C93.39", "C93.3"), ("C93.3", "C93.3"), ("S72.001Z", "S72.001"), ("ZZZ", None), ("no code at all", None)],
)
def test_the_nearest_entry_above_a_code_that_does_not_exist(atlas, typed, expected):
    assert atlas.nearest(typed) == expected


def test_counts_are_those_of_the_release(atlas, desk):
    counts = atlas.counts()
    assert counts["entries"] == len(desk.release.entries)
    assert counts["billable"] == sum(e.billable for e in desk.release)
    assert counts["statements"] == sum(len(p.statements) for p in desk.library.packs)
    assert counts["plates"] == len(desk.plates)


def test_chapters_come_in_their_order(atlas):
    assert [c.code for c in atlas.chapters()] == [str(n) for n in range(1, 23)]


def test_threads_share_an_atlas(atlas_path):
    atlas, found = Atlas.open(atlas_path), []

    def read():
        found.append([atlas.page(k).article.summary for k in ("C93.30", "C93.31", "C93.32") for _ in range(20)])

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert found[0] == found[1] == found[2] == found[3]


def test_an_atlas_is_read_only(atlas):
    with pytest.raises(sqlite3.OperationalError):
        atlas._rows("DELETE FROM entry")


def test_no_file_is_made_beside_an_open_atlas(atlas_path, tmp_path):
    copy = tmp_path / "a.sqlite"
    shutil.copy(atlas_path, copy)
    copy.chmod(0o444)
    Atlas.open(copy).page("C93.32")
    assert [p.name for p in tmp_path.iterdir()] == ["a.sqlite"]


@pytest.mark.parametrize("name", ["plain", "with blank", "per%41cent", "hash#tag", "question?mark=1", "ünïcode"])
def test_the_folder_of_an_atlas_may_have_any_name(atlas_path, tmp_path, name):
    place = tmp_path / name
    place.mkdir()
    shutil.copy(atlas_path, place / atlas_path.name)
    assert Atlas.open(place / atlas_path.name).link("C93.32").code == "C93.32"


def test_a_file_that_is_not_there_is_told_with_the_remedy(tmp_path):
    with pytest.raises(AtlasProblem, match="there is no atlas; run `nosograph build`"):
        Atlas.open(tmp_path / "absent.sqlite")


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_atlas_is_told_with_the_remedy(tmp_path, content):
    path = tmp_path / "atlas.sqlite"
    path.write_bytes(content)
    with pytest.raises(AtlasProblem) as refused:
        Atlas.open(path)
    assert "run `nosograph build`" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_another_database_is_told_with_the_remedy(tmp_path):
    with sqlite3.connect(tmp_path / "accounts.sqlite3") as db:
        db.execute("CREATE TABLE people (name TEXT)")
    with pytest.raises(AtlasProblem, match="run `nosograph build`"):
        Atlas.open(tmp_path / "accounts.sqlite3")


def test_an_atlas_of_another_format_is_told_with_the_remedy(atlas_path, tmp_path):
    copy = tmp_path / "old.sqlite"
    shutil.copy(atlas_path, copy)
    copy.chmod(0o644)
    with sqlite3.connect(copy) as db:
        db.execute("UPDATE meta SET value = '0' WHERE name = 'format'")
    with pytest.raises(AtlasProblem, match="written by another version of Nosograph; run `nosograph build`"):
        Atlas.open(copy)


def test_a_damaged_atlas_is_told_with_the_remedy(atlas_path, tmp_path):
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(atlas_path.read_bytes()[:20_000])
    with pytest.raises(AtlasProblem, match="run `nosograph build`"):
        Atlas.open(damaged)


def test_every_value_of_every_axis_is_counted_over_all_entries(atlas, desk):
    told = {(v.axis, v.value): (v.label, v.entries) for v in atlas.shared()}
    regions = {r.id: r.label for r in desk.lexicons.regions.values()}
    wanted = {}
    for key in desk.release.entries:
        for value in values_of(desk.facets[key], regions):
            wanted.setdefault((value.axis, value.id), (value.label, set()))[1].add(key)
    assert told == {k: (label, len(keys)) for k, (label, keys) in wanted.items()}


def test_an_axis_lists_the_values_that_most_entries_have_first(atlas):
    counts = [v.entries for v in atlas.shared("process")]
    assert counts == sorted(counts, reverse=True)
    assert {v.axis for v in atlas.shared("process")} == {"process"}


def test_the_entries_that_share_a_value_come_in_parts_in_the_order_of_the_release(atlas, desk):
    wanted = [k for k in desk.release.entries if desk.facets[k].kind == "neoplasm"]
    told, first = atlas.sharing("kind", "neoplasm", start=0, limit=10)
    _, rest = atlas.sharing("kind", "neoplasm", start=10, limit=10_000)
    assert told.entries == len(wanted)
    assert [link.key for link in (*first, *rest)] == wanted


def test_a_value_that_no_entry_has_is_told_with_where_to_look(atlas):
    with pytest.raises(NotFound, match="no entry has 'tail' as its site; /facets lists what there is"):
        atlas.sharing("site", "tail", start=0, limit=10)


def test_the_day_of_the_last_change_is_told_for_many_entries_at_once(atlas):
    keys = atlas.keys()
    found = atlas.changes(0, len(keys) + 5)
    assert [key for key, _ in found] == keys
    assert dict(found) == {key: atlas.page(key).article.review.latest for key in keys}
    assert atlas.changes(10, 3) == found[10:13]
    assert atlas.changes(len(keys), 3) == []
