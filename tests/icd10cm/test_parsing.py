"""The lettered cases of the grammar in `parsing`, each on an excerpt of a real release."""

import re
from pathlib import Path

import pytest

from nosograph.errors import BadInput
from nosograph.icd10cm import parsing
from nosograph.icd10cm.checking import find_oddities
from nosograph.icd10cm.model import Level, NoteKind
from nosograph.icd10cm.parsing import parse_release
from nosograph.icd10cm.reading import read_tabular

from .conftest import FIXTURES, case, excerpt


def test_every_lettered_case_of_the_docstring_has_a_test_and_an_excerpt_of_the_same_letter():
    letters = re.findall(r"^([A-Z])\. ", parsing.__doc__, flags=re.MULTILINE)
    tests = re.findall(r"^def test_case_([a-z])_", Path(__file__).read_text(encoding="utf-8"), flags=re.MULTILINE)
    excerpts = sorted(path.stem.removeprefix("case_") for path in FIXTURES.glob("case_*.xml"))
    assert [letter.lower() for letter in letters] == list(dict.fromkeys(tests)) == excerpts


def test_case_a_a_release_takes_its_name_from_its_version_and_its_digest_from_its_bytes():
    release = case("a")
    assert release.name == "ICD-10-CM 2026"
    assert re.fullmatch(r"[0-9a-f]{64}", release.digest)
    assert release.digest != case("b").digest
    assert list(release.entries) == ["22", "U00-U49", "U07", "U07.0", "U09", "U09.9"]


def test_case_a_the_same_bytes_give_the_same_release():
    assert case("a") == case("a")


def test_case_b_a_chapter_has_a_number_and_a_title_without_its_range():
    chapter = case("b").entries["2"]
    assert (chapter.code, chapter.title, chapter.span) == ("2", "Neoplasms", "C00-D49")
    assert (chapter.level, chapter.parent, chapter.children) == (Level.CHAPTER, None, ("C00-C14",))
    assert chapter.notes[0].text == "Functional activity"
    assert not chapter.billable


def test_case_c_a_block_of_one_category_shares_its_name_but_not_its_key():
    release = case("c")
    block, category = release.entries["B20-B20"], release.entries["B20"]
    assert (block.code, block.level, block.children) == ("B20", Level.BLOCK, ("B20",))
    assert (category.code, category.level, category.parent) == ("B20", Level.CATEGORY, "B20-B20")
    assert block.title == category.title == "Human immunodeficiency virus [HIV] disease"
    assert [entry.key for entry in release.ancestors(category)] == ["1", "B20-B20"]


def test_case_d_an_umbrella_block_stands_beside_the_blocks_that_it_covers():
    release = case("d")
    assert release.entries["2"].children == ("C00-C96", "C00-C75", "C50-C50")
    assert release.entries["C00-C96"].children == ()
    assert release.entries["C00-C96"].title == "Malignant neoplasms"
    assert not release.entries["C00-C96"].billable


def test_case_e_a_code_is_billable_where_nothing_stands_below_it():
    release = case("e")
    assert release.entries["I10"].billable
    assert release.entries["I10"].level is Level.CATEGORY
    assert [entry.key for entry in release if entry.billable] == ["C93.30", "C93.31", "C93.32", "I10"]
    leukemia = release.entries["C93.32"]
    assert leukemia.title == "Juvenile myelomonocytic leukemia, in relapse"
    assert (leukemia.level, leukemia.parent) == (Level.SUBCATEGORY, "C93.3")


def test_case_f_every_kind_of_note_is_read_line_by_line_where_it_stands():
    release = case("f")
    found = {note.kind: note for entry in release for note in entry.notes}
    assert set(found) == set(NoteKind)
    injury = [(note.kind, note.text) for note in release.entries["S06"].notes]
    assert injury[:4] == [
        (NoteKind.INCLUDES, "traumatic brain injury"),
        (NoteKind.CODE_ALSO, "any associated:"),
        (NoteKind.CODE_ALSO, "open wound of head (S01.-)"),
        (NoteKind.CODE_ALSO, "skull fracture (S02.-)"),
    ]
    assert (NoteKind.EXCLUDES1, "head injury NOS (S09.90)") in injury
    assert all(note.origin == entry.key for entry in release for note in entry.notes)


def test_case_g_a_table_makes_a_code_for_each_row_and_its_base_is_not_billable():
    release = case("g")
    base, code = release.entries["S72.001"], release.entries["S72.001A"]
    assert [child[-1] for child in base.children] == list("ABCDEFGHJKMNPQRS")
    assert not base.billable
    assert code.billable
    assert code.title == "Fracture of unspecified part of neck of right femur, initial encounter for closed fracture"
    assert (code.parent, code.base, code.level) == ("S72.001", "S72.001", Level.SUBCATEGORY)
    assert code.seventh == release.entries["S72"].sevenths[0]
    assert code.seventh.meaning == "initial encounter for closed fracture"
    assert base.sevenths == ()


def test_case_h_placeholders_fill_short_codes_and_may_be_spelled_out():
    release = case("h")
    assert release.entries["W08"].children == ("W08.XXXA", "W08.XXXD", "W08.XXXS")
    orca = release.entries["W56.22XA"]
    assert (orca.title, orca.base) == ("Struck by orca, initial encounter", "W56.22")
    assert release.entries["T36.0X"].children == ("T36.0X1",)
    assert release.entries["T36.0X1"].children == ("T36.0X1A", "T36.0X1D", "T36.0X1S")


def test_case_i_the_nearest_table_governs():
    release = case("i")
    assert [child[-1] for child in release.entries["S42.201"].children] == list("ABDGKPS")
    assert [child[-1] for child in release.entries["S42.271"].children] == list("ADGKPS")


def test_case_j_a_note_in_a_table_belongs_to_the_row_before_it():
    release = case("j")
    assert release.entries["H34.8112"].seventh.inclusions == ("Old central retinal vein occlusion",)
    assert release.entries["H34.8110"].seventh.inclusions == ()
    assert release.entries["S52.001B"].seventh.inclusions == ("initial encounter for open fracture NOS",)
    assert release.entries["S52.001C"].seventh.inclusions == ()


def test_case_j_a_note_after_the_sequela_belongs_to_the_entry():
    release = case("j")
    assert release.entries["W08.XXXS"].seventh.inclusions == ()
    terms = [note.text for note in release.entries["W08"].notes if note.kind is NoteKind.INCLUSION_TERM]
    assert terms == ["Fall from stool"]


def test_case_k_a_death_before_regaining_consciousness_has_no_later_encounter():
    release = case("k")
    assert release.entries["S06.1X6"].children == ("S06.1X6A", "S06.1X6D", "S06.1X6S")
    assert release.entries["S06.1X7"].children == ("S06.1X7A",)
    assert release.entries["S06.1X8"].children == ("S06.1X8A",)
    assert release.entries["S06.5X7"].children == ("S06.5X7A",)
    assert release.entries["S06.0X0"].children == ("S06.0X0A", "S06.0X0D", "S06.0X0S")


def test_case_l_a_code_spelled_out_to_seven_characters_has_no_base():
    code = case("l").entries["H54.0X33"]
    assert (code.base, code.seventh, code.billable, code.parent) == (None, None, True, "H54.0X3")


def test_case_m_the_table_of_visual_impairment_explains_the_category():
    release = case("m")
    rows = [note.text for note in release.entries["H54"].notes if note.text.startswith("Category of visual")]
    assert rows[0] == (
        "Category of visual impairment 1: visual acuity with best possible correction, maximum less than: 6/18, "
        "3/10(0.3), 20/70; minimum equal to or better than: 6/60, 1/10(0.1), 20/200"
    )
    assert rows[4:] == [
        "Category of visual impairment 5: no light perception",
        "Category of visual impairment 9: undetermined or unspecified",
    ]
    assert not [note for note in release.entries["H54.8"].notes if note.text.startswith("Category of visual")]


def test_case_n_a_category_with_a_letter_stands_where_the_release_puts_it():
    release = case("n")
    assert release.entries["C43-C44"].children == ("C43", "C4A", "C44")
    assert release.entries["M1A"].parent == "M05-M14"
    assert release.entries["Z3A"].parent == "Z30-Z39"


def test_case_o_white_space_is_tidied_and_accents_are_kept():
    release = case("o")
    assert release.entries["H35.3113"].seventh.inclusions == ("advanced dry stage",)
    assert release.entries["QA0-QA0"].title == "Genetic disorders, not elsewhere classified"
    assert release.entries["H81.01"].title == "Ménière's disease, right ear"
    assert b"\tadvanced dry stage" in excerpt("o")


@pytest.mark.parametrize(
    ("found", "altered", "message"),
    [
        (b"<name>U07.0</name>", b"<name>U07/0</name>", "names a code 'U07/0', which is none"),
        (b"<name>22</name>", b"<name>XXII</name>", "names a chapter 'XXII', not a number"),
        (b'<section id="U00-U49">', b'<section id="../etc">', "names a block '../etc', not a range"),
        (b"<version>2026</version>", b"<version> </version>", "has no <version>"),
    ],
)
def test_what_could_not_be_an_address_or_a_name_is_refused(found, altered, message):
    assert found in excerpt("a")
    with pytest.raises(BadInput, match=re.escape(message)):
        parse_release(excerpt("a").replace(found, altered))


def test_a_code_spelled_out_where_a_table_makes_it_too_is_refused():
    twin = b"<diag><name>S72.001A</name><desc>Spelled out</desc></diag></section>"
    xml = excerpt("g").replace(b"</section>", twin)
    reviewed = find_oddities(read_tabular(xml, where="twin.xml"))
    with pytest.raises(BadInput, match=r"has S72\.001A twice"):
        parse_release(xml, oddities=reviewed + parsing.load_oddities())


def test_the_releases_of_2021_and_april_2025_parse_by_the_same_rules():
    for year in ("2021", "2025"):
        release = parse_release(excerpt(f"release_{year}"))
        assert release.name == f"ICD-10-CM {year}"
        assert release.entries["H54.512A"].billable
        assert release.entries["S06.1X7"].children == ("S06.1X7A",)


def test_names_titles_order_and_billable_flags_are_those_of_the_official_order_file_of_2021():
    lines = (FIXTURES / "order_2021.txt").read_text(encoding="ascii").splitlines()
    official = {line[6:14].strip(): (line[14] == "1", line[77:].strip()) for line in lines}
    release = parse_release(excerpt("release_2021"))
    ours = {entry.code.replace(".", ""): (entry.billable, entry.title) for entry in release}
    assert {code: ours.get(code) for code in official} == official
    assert [code for code in ours if code in official] == list(official)
    families = ("S72001", "S061X6", "S061X7", "H5451", "W08")
    assert {code for code in ours if code.startswith(families)} <= official.keys()
