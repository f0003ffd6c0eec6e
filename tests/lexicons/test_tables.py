"""What the tables say of real entries; each example stands for a rule that a wrong row would break."""

import pytest

from nosograph.facets.model import Kind
from nosograph.icd10cm.model import Level, Release
from nosograph.lexicons.finding import find_range
from nosograph.lexicons.model import KINDS, Lexicons


def test_the_kinds_are_those_of_the_facets() -> None:
    assert tuple(kind.value for kind in Kind) == KINDS


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("2", "neoplasm"),
        ("C81-C96", "neoplasm"),
        ("B20-B20", "infection"),
        ("A41.9", "infection"),
        ("E11.9", "disease"),
        ("J18.9", "infection"),
        ("N39.0", "infection"),
        ("H66.001", "infection"),
        ("H66.90", "disease"),
        ("M54.50", "symptom_or_finding"),
        ("M54.16", "disease"),
        ("O9A.112", "pregnancy"),
        ("P36.9", "perinatal"),
        ("Q21.0", "congenital"),
        ("L55.0", "injury"),
        ("S72.001A", "injury"),
        ("T39.1X5A", "poisoning"),
        ("T58.01XA", "poisoning"),
        ("T81.40XA", "infection"),
        ("T84.030A", "other"),
        ("T78.2XXA", "disease"),
        ("W56.22XA", "external_cause"),
        ("Z00.00", "health_status"),
        ("U07.1", "infection"),
    ],
)
def test_the_kind_follows_the_chapter_unless_the_title_says_otherwise(lexicons: Lexicons, code: str, kind: str) -> None:
    row = find_range(lexicons.kinds, code)

    assert row is not None
    assert row.kind == kind


@pytest.mark.parametrize(
    ("code", "regions"),
    [
        ("C93.32", ("blood_marrow_immune",)),
        ("S72.001A", ("pelvis_hip",)),
        ("S72.301A", ("thigh",)),
        ("S72.401A", ("knee_leg",)),
        ("S52.501A", ("wrist_hand",)),
        ("S42.401A", ("elbow_forearm",)),
        ("S82.51XA", ("ankle_foot",)),
        ("S82.301A", ("ankle_foot",)),
        ("S12.000A", ("neck",)),
        ("S22.000A", ("spine_back",)),
        ("S22.31XA", ("chest_lung",)),
        ("S05.01XA", ("eye",)),
        ("F32.2", ("brain",)),
        ("K21.9", ("chest_lung",)),
        ("I10", ("blood_vessels",)),
        ("I13.0", ("heart", "kidney_urinary")),
        ("E11.329", ("eye",)),
        ("D86.9", ()),
    ],
)
def test_the_region_is_where_the_block_and_the_title_say(
    lexicons: Lexicons, code: str, regions: tuple[str, ...]
) -> None:
    row = find_range(lexicons.region_places, code)

    assert (row.regions if row else ()) == regions


@pytest.mark.parametrize(
    ("code", "sites"),
    [
        ("C93.32", ("UBERON:0002371", "UBERON:0000178")),
        ("C81.12", ("UBERON:0007644",)),
        ("C83.37", ("UBERON:0002106",)),
        ("C86.10", ("UBERON:0002107", "UBERON:0002106")),
        ("C82.09", ()),
    ],
)
def test_blood_cancers_have_the_sites_of_their_titles(lexicons: Lexicons, code: str, sites: tuple[str, ...]) -> None:
    row = find_range(lexicons.site_places, code)

    assert row is not None
    assert tuple(lexicons.sites[site].uberon for site in row.sites) == sites


def test_every_process_of_the_leukemia_family_is_below_neoplasm(lexicons: Lexicons) -> None:
    above = ["monocytic-leukemia"]
    while parent := lexicons.processes[above[-1]].parent:
        above.append(parent)

    assert above == ["monocytic-leukemia", "leukemia", "malignant-neoplasm", "neoplasm"]


def test_every_chapter_block_and_category_has_an_everyday_name(lexicons: Lexicons, release: Release) -> None:
    wanted = [entry.key for entry in release if entry.level is not Level.SUBCATEGORY]

    assert [key for key in wanted if key not in lexicons.everyday_names] == []


def test_every_entry_of_the_blood_cancers_has_an_everyday_name(lexicons: Lexicons, release: Release) -> None:
    wanted = [entry.key for entry in release if "C81" <= entry.key < "C97" and "-" not in entry.key]

    assert [key for key in wanted if key not in lexicons.everyday_names] == []


def test_chapters_and_blocks_say_what_they_mean(lexicons: Lexicons, release: Release) -> None:
    wide = [entry.key for entry in release if entry.level in (Level.CHAPTER, Level.BLOCK)]

    assert [key for key in wide if lexicons.everyday_names[key].meaning is None] == []


def test_every_plain_word_explains_a_word_of_some_title(lexicons: Lexicons, release: Release) -> None:
    titles = "\n".join(entry.title.lower() for entry in release)

    assert [term for term in lexicons.plain_words if term not in titles] == []
