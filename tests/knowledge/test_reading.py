"""Packs and sources from a folder, against their schemas; all that is wrong is told at once, with file and line."""

import pytest

from nosograph.errors import CheckFailed
from nosograph.knowledge.model import Citation, Condition, Scope
from nosograph.knowledge.reading import packs_folder, read_everything, read_library

from .conftest import JMML, SOURCES, pack, pack_text, statement


def test_a_pack_becomes_a_value_with_its_statements_in_the_order_of_the_file(folder):
    library = read_library(folder({"conditions/leukemia/jmml.yaml": JMML}))
    (found,) = library.packs
    assert (found.id, found.scope, found.written, found.also_called) == (
        "jmml",
        Scope.CONDITION,
        "2026-11-22",
        ("JMML",),
    )
    assert found.applies == Condition(entries=("C93.3",))
    assert (found.reviewed, found.reviewer) == (None, None)
    assert [s.section for s in found.statements] == ["definition", "symptoms"]
    assert found.statements[0].citations == (Citation(source="pdq-jmml", where="General information"),)
    assert {s.pack for s in found.statements} == {"jmml"}
    assert library.sources["pdq-jmml"].year == 2025


def test_a_statement_has_the_scope_of_its_pack_unless_it_says_when_it_holds():
    when = "{facets: {remission: [in relapse]}}"
    text = JMML + statement("outlook", "Relapse changes the outlook.", scope="this code", when=when)
    found = pack(text)
    assert [s.scope for s in found.statements] == [Scope.CONDITION, Scope.CONDITION, Scope.CODE]
    assert found.statements[2].when == Condition(facets=(("remission", ("in relapse",)),))


def test_a_review_is_kept_with_its_day_and_its_reviewer():
    text = JMML.replace(
        "{status: not reviewed}", "{status: reviewed, on: 2026-11-23, by: 'Ann Example, MD, hematologist'}"
    )
    found = pack(text)
    assert (found.reviewed, found.reviewer) == ("2026-11-23", "Ann Example, MD, hematologist")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("scope: this condition", "scope: this illness", 4, "'this illness' is not one of"),
        ("id: jmml", "id: JMML", 2, "does not match"),
        ("written: 2026-11-22", "written: yesterday", 7, "does not match"),
        ("  entries: [C93.3]", "  codes: [C93.3]", 5, "'codes' was unexpected"),
        ("  entries: [C93.3]", "  entries: []", 6, "should be non-empty"),
        ("applies:\n  entries: [C93.3]", "applies: {}", 5, "applies"),
        ("    text: The belly can swell because the spleen grows.\n", "", 19, "'text' is a required property"),
        ("  - section: symptoms", "  - section: signs", 19, "'signs' is not one of"),
        ("The belly can swell because the spleen grows.", "Too short", 20, "too short"),
        ("    sources:\n      - {id: pdq-jmml, at: Signs}", "    sources: []", 21, "non-empty"),
        ("{id: pdq-jmml, at: Signs}", "{id: pdq-jmml}", 22, "'at' is a required property"),
        ("{status: not reviewed}", "{status: reviewed}", 8, "'on' is a required property"),
        ("    text: The belly", "    urgent: maybe\n    text: The belly", 20, "not of type 'boolean'"),
        ("    text: The belly", "    scope: this code\n    text: The belly", 19, "'when' is a dependency of 'scope'"),
        ("meaning: Juvenile", "meaning: 7\nnote: Juvenile", 10, "not of type 'string'"),
        ("meaning: Juvenile", "note: Juvenile", 2, "'note' was unexpected"),
    ],
)
def test_what_breaks_the_schema_is_told_with_its_line(folder, old, new, line, words):
    assert old in JMML
    _, _, problems = read_everything(folder({"jmml.yaml": JMML.replace(old, new)}))
    told = [p for p in problems if p.startswith(f"packs/jmml.yaml:{line}: ")]
    assert told, problems
    assert any(words in p for p in told)


def test_all_problems_of_all_files_are_told_together(folder):
    broken = JMML.replace("scope: this condition", "scope: this illness").replace("id: jmml\n", "id: UPPER\n")
    root = folder({"a/broken.yaml": broken, "b/twice.yaml": "id: x\nid: y\n"})
    with pytest.raises(CheckFailed) as failed:
        read_library(root)
    told = str(failed.value)
    assert "packs/a/broken.yaml:2: id" in told
    assert "packs/a/broken.yaml:4: scope" in told
    assert "packs/b/twice.yaml:2: 'id' stands here twice" in told


def test_a_source_that_is_not_listed_is_told_at_the_citation(folder):
    text = JMML.replace("{id: pdq-jmml, at: Signs}", "{id: my-memory, at: page 1}")
    _, _, problems = read_everything(folder({"jmml.yaml": text}))
    assert problems == [
        "packs/jmml.yaml:22: source 'my-memory' is not in sources.yaml; add it there, with what you read"
    ]


def test_a_pack_is_called_like_its_file_and_no_two_are_called_alike(folder):
    _, _, problems = read_everything(folder({"a/jmml.yaml": JMML, "b/jmml.yaml": JMML, "c/other.yaml": JMML}))
    assert [p for p in problems if p.startswith("packs/b/jmml.yaml:2: id 'jmml' is that of packs/a/jmml.yaml")]
    assert [p for p in problems if p.startswith("packs/c/other.yaml:2: id 'jmml'; name it like the file, 'other'")]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("year: 2019", "year: '2019'", "is not of type 'integer'"),
        ("url: https://icd", "url: icd", "does not match"),
        ("read: excerpt", "read: skimmed", "is not one of"),
        ("read: excerpt", "", "'read' is a required property"),
        ("opened: 2026-11-22\n  read: excerpt", "read: excerpt", "'opened' is a required property"),
        ("who-classification", "WHO", "does not match"),
    ],
)
def test_a_source_must_say_what_was_read_and_when(folder, old, new, words):
    assert old in SOURCES
    _, _, problems = read_everything(folder({}, SOURCES.replace(old, new)))
    assert any(p.startswith("packs/sources.yaml:") and words in p for p in problems), problems


def test_without_sources_nothing_can_be_cited(folder):
    _, sources, problems = read_everything(folder({}, sources=None))
    assert sources == {}
    assert problems == ["packs/sources.yaml: missing; every statement cites a source that it lists"]


def test_packs_come_in_the_order_of_their_paths(folder):
    said = statement("tests", "A blood count is done first.")
    names = ("z/a", "b/q", "b/c")
    texts = {f"{n}.yaml": pack_text(n[-1], "this condition", "{entries: [C93.3]}", said) for n in names}
    packs, _, problems = read_everything(folder(texts))
    assert problems == []
    assert [p.pack.id for p in packs] == ["c", "q", "a"]


def test_the_packs_of_the_product_can_be_read():
    packs, sources, problems = read_everything(packs_folder())
    assert problems == []
    assert {"jmml", "jmml-relapse", "leukemia"} <= {p.pack.id for p in packs}
    assert sources


def test_of_many_problems_a_reader_of_the_library_is_told_the_first_and_how_many_more(folder):
    with pytest.raises(CheckFailed) as raised:
        read_library(folder({f"bad-{n}.yaml": "id: [\n" for n in range(9)}))
    assert str(raised.value).endswith("and 4 more: `nosograph check` lists them all")
    assert str(raised.value).count("bad-") == 5
