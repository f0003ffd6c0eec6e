"""The sample release is a true excerpt, and covers every shape that the classification has."""

from dataclasses import replace
from pathlib import Path

import pytest

from nosograph.facets.deriving import derive_all
from nosograph.facets.model import Kind
from nosograph.icd10cm.model import Entry, Level, NoteKind, Release
from nosograph.icd10cm.opening import open_release
from nosograph.lexicons.loading import load_lexicons


@pytest.fixture(scope="module")
def sample(sample_release: Path) -> Release:
    return open_release(sample_release)


def own(entry: Entry) -> Entry:
    """An entry without what depends on which others are there."""
    return replace(entry, children=())


def test_every_entry_of_the_sample_is_what_the_whole_release_says(sample: Release) -> None:
    whole = open_release()
    assert [e.key for e in sample if own(e) != own(whole.entries[e.key])] == []


def test_it_has_every_chapter_level_and_kind_of_note(sample: Release) -> None:
    assert sum(e.level is Level.CHAPTER for e in sample) == 22
    assert {e.level for e in sample} == set(Level)
    assert {note.kind for e in sample for note in e.notes} == set(NoteKind)


def test_it_has_every_kind_of_entry_and_every_value_of_the_closed_vocabularies(sample: Release) -> None:
    found = list(derive_all(sample, load_lexicons()).values())
    assert {f.kind for f in found} == set(Kind)
    assert {f.laterality for f in found} == {None, "right", "left", "bilateral", "unspecified"}
    assert {f.episode for f in found} == {None, "initial encounter", "subsequent encounter", "sequela"}
    assert {f.remission for f in found} == {None, "not having achieved remission", "in remission", "in relapse"}
    assert {f.trimester for f in found} == {None, "first", "second", "third", "unspecified"}
    assert {f.healing for f in found} >= {None, "routine", "delayed", "nonunion", "malunion"}
    assert len({f.intent for f in found} - {None}) == 6


CODES = [
    "C93.30",
    "C93.31",
    "C93.32",
    "S72.001A",
    "S72.001S",
    "S06.1X7A",
    "W56.22XA",
    "X71.0XXA",
    "T36.0X6A",
    "H54.0X33",
    "H40.1111",
    "M80.051A",
    "O32.1XX0",
    "O36.0110",
    "T31.10",
    "I10",
    "B20-B20",
    "C50-C50",
    "U07.1",
    "Z51.11",
]


@pytest.mark.parametrize("code", CODES)
def test_it_has_the_codes_that_other_tests_count_on(sample: Release, code: str) -> None:
    assert code in sample.entries
