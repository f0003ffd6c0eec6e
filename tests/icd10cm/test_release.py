"""The whole release that comes with Nosograph, against the code list beside it and against itself."""

from collections import Counter

import pytest

from nosograph.icd10cm.model import Level, NoteKind
from nosograph.icd10cm.spelling import normalise, undotted


def test_every_name_of_the_code_list_is_there_in_its_order_and_no_other(release, code_list):
    assert len(code_list) == 98_505
    assert [undotted(entry.code) for entry in release] == code_list


def test_the_counts_are_those_of_the_release(release):
    levels = Counter(entry.level for entry in release)
    assert (levels[Level.CHAPTER], levels[Level.BLOCK]) == (22, 297)
    assert levels[Level.CATEGORY] + levels[Level.SUBCATEGORY] == 98_186
    assert sum(entry.billable for entry in release) == 74_719
    assert len({entry.code for entry in release}) == 98_466


def test_39_blocks_share_their_name_with_their_only_category(release):
    shared = [entry for entry in release if entry.key != entry.code]
    assert len(shared) == 39
    assert all(entry.level is Level.BLOCK and entry.children == (entry.code,) for entry in shared)
    assert all(entry.key == f"{entry.code}-{entry.code}" for entry in shared)


def test_parents_and_children_agree_and_every_key_finds_its_entry(release):
    for key, entry in release.entries.items():
        assert entry.key == key
        assert all(release.entries[child].parent == key for child in entry.children)
        assert entry.parent is None or key in release.entries[entry.parent].children


def test_billable_means_a_category_or_subcategory_with_nothing_below(release):
    for entry in release:
        assert entry.billable == (not entry.children and entry.level in (Level.CATEGORY, Level.SUBCATEGORY)), entry.key


def test_every_key_is_its_own_normal_form(release):
    assert [key for key in release.entries if normalise(key) != key] == []


def test_extended_codes_have_seven_characters_and_continue_their_base(release):
    extended = [entry for entry in release if entry.base is not None]
    assert len(extended) == 51_305
    for entry in extended:
        base = release.entries[entry.base]
        assert undotted(entry.key) == undotted(base.key).ljust(6, "X") + entry.seventh.character
        assert entry.title == f"{base.title}, {entry.seventh.meaning}"
        assert entry.parent == entry.base
        assert not base.billable


def test_exactly_the_38_deaths_of_s06_have_an_initial_encounter_alone(release):
    bases = [entry for entry in release if entry.key.startswith("S06") and len(entry.key) == 7]
    deaths = [base for base in bases if [child[-1] for child in base.children] == ["A"]]
    assert len(deaths) == 38
    assert deaths == [base for base in bases if "regaining consciousness" in base.title]
    assert all([child[-1] for child in base.children] == list("ADS") for base in bases if base not in deaths)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("A00.0", "Cholera due to Vibrio cholerae 01, biovar cholerae"),
        ("C93.32", "Juvenile myelomonocytic leukemia, in relapse"),
        (
            "E11.3211",
            "Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy with macular edema, right eye",
        ),
        ("G43.909", "Migraine, unspecified, not intractable, without status migrainosus"),
        ("H40.1112", "Primary open-angle glaucoma, right eye, moderate stage"),
        ("I10", "Essential (primary) hypertension"),
        ("M1A.0110", "Idiopathic chronic gout, right shoulder, without tophus (tophi)"),
        ("O31.11X1", "Continuing pregnancy after spontaneous abortion of one fetus or more, first trimester, fetus 1"),
        ("R40.2112", "Coma scale, eyes open, never, at arrival to emergency department"),
        ("S52.521A", "Torus fracture of lower end of right radius, initial encounter for closed fracture"),
        ("T36.0X1A", "Poisoning by penicillins, accidental (unintentional), initial encounter"),
        ("V97.33XD", "Sucked into jet engine, subsequent encounter"),
        ("W56.22XA", "Struck by orca, initial encounter"),
        ("Z3A.20", "20 weeks gestation of pregnancy"),
        ("19", "Injury, poisoning and certain other consequences of external causes"),
        ("C81-C96", "Malignant neoplasms of lymphoid, hematopoietic and related tissue"),
    ],
)
def test_titles_read_as_published(release, code, title):
    assert release.entries[code].title == title


def test_no_title_or_note_has_stray_white_space_or_is_empty(release):
    texts = [entry.title for entry in release] + [note.text for entry in release for note in entry.notes]
    assert [text for text in texts if not text or text != " ".join(text.split())] == []


def test_no_title_of_a_chapter_or_block_ends_in_its_range_and_every_range_is_kept(release):
    upper = [entry for entry in release if entry.level in (Level.CHAPTER, Level.BLOCK)]
    assert [entry.title for entry in upper if entry.title.endswith(")") and "-" in entry.title.rsplit("(")[-1]] == []
    assert all(entry.span for entry in upper)
    assert (release.entries["22"].span, release.entries["17"].span) == ("U00-U85", "Q00-QA0")


def test_every_note_line_of_the_release_is_read(release):
    kinds = Counter(note.kind for entry in release for note in entry.notes)
    assert kinds == {
        NoteKind.INCLUSION_TERM: 12_574 + 1,  # W08's stands in a 7th-character table
        NoteKind.EXCLUDES1: 5_407,
        NoteKind.EXCLUDES2: 2_520,
        NoteKind.USE_ADDITIONAL: 1_485,
        NoteKind.INCLUDES: 1_024,
        NoteKind.CODE_FIRST: 809,
        NoteKind.CODE_ALSO: 655,
        NoteKind.SEVENTH: 508,
        NoteKind.NOTE: 180 + 6,  # the six rows of the table of visual impairment
    }


def test_508_entries_carry_a_table_of_7th_characters(release):
    assert sum(1 for entry in release if entry.sevenths) == 508
