"""The rules of medical writing that a program can see, each problem with file and line."""

import pytest

from nosograph.knowledge.checking import check_packs

from .conftest import JMML, SOURCES, pack_text, statement

KEYS = frozenset({"C93.3", "C93", "C81-C96", "2"})
ONE_SOURCE = SOURCES.split("who-classification")[0]


def check(folder, packs, sources=ONE_SOURCE):
    return check_packs(KEYS, folder(packs, sources))


def test_a_good_pack_has_no_problem(folder):
    assert check(folder, {"jmml.yaml": JMML}) == []


def test_an_entry_that_the_release_lacks_is_told_where_it_is_named(folder):
    text = JMML.replace("[C93.3]", "[C93.3, C999]") + statement(
        "tests", "Blood is tested first.", when="{without: [C93.39]}"
    )
    problems = check(folder, {"jmml.yaml": text})
    assert problems == [
        "packs/jmml.yaml:5: 'C999' is no entry of the release; write it as C93.3 or C81-C96",
        "packs/jmml.yaml:26: 'C93.39' is no entry of the release; write it as C93.3 or C81-C96",
    ]


def test_a_value_that_no_entry_has_is_told_where_it_is_asked_for(folder):
    text = JMML + statement("tests", "Blood is tested first.", when="{facets: {process: [fractura]}}")
    problems = check_packs(KEYS, folder({"jmml.yaml": text}, ONE_SOURCE), {"process": {"fracture", "leukemia"}})
    assert problems == [
        "packs/jmml.yaml:26: no entry has the process 'fractura'; `nosograph facets CODE` shows what an entry has"
    ]
    assert check(folder, {"jmml.yaml": text}) == []


def test_a_medical_word_that_is_never_explained_is_told(folder):
    terms = {"anemia": "too little healthy red blood", "leukemia": "cancer of the blood"}
    said = statement("causes", "Sometimes anemia comes with it.")
    (problem,) = check_packs(KEYS, folder({"jmml.yaml": JMML + said}, ONE_SOURCE), terms=terms)
    assert problem == (
        "packs/jmml.yaml:24: 'anemia' is not explained; say once what it is, as in "
        "'anemia (too little healthy red blood)'"
    )


@pytest.mark.parametrize(
    "explained",
    [
        "Too few red cells are called anemia.",
        "Sometimes anemia, a lack of red blood cells, comes with it.",
        "Sometimes anemia (too few red cells) comes with it.",
    ],
)
def test_a_word_that_is_explained_once_may_be_used(folder, explained):
    text = JMML + statement("causes", explained) + statement("tests", "Blood shows anemia.")
    assert check_packs(KEYS, folder({"jmml.yaml": text}, ONE_SOURCE), terms={"anemia": "too little red blood"}) == []


def test_a_sentence_over_25_words_is_told(folder):
    long = " ".join(["The marrow of the child makes far too many cells"] * 3)
    (problem,) = check(folder, {"jmml.yaml": JMML + statement("causes", f"{long}.")})
    assert problem.startswith("packs/jmml.yaml:24: a sentence of 30 words; split it (at most 25)")


def test_a_meaning_is_read_as_closely_as_the_statements(folder):
    long = " ".join(["The marrow of the child makes far too many cells"] * 3)
    text = JMML.replace("Juvenile myelomonocytic leukemia is a rare blood cancer of young children.", f"{long}.")
    (problem,) = check(folder, {"jmml.yaml": text})
    assert problem.startswith("packs/jmml.yaml:10: a sentence of 30 words")


def test_hard_words_are_told_by_their_grade(folder):
    hard = "Hepatic enlargement is an inevitable consequence of malignant infiltration."
    text = pack_text("hard", "this condition", "{entries: [C93.3]}", statement("symptoms", hard))
    (problem,) = check(folder, {"hard.yaml": text})
    assert problem.startswith("packs/hard.yaml:7: reading grade ")
    assert problem.endswith("shorter sentences and words (at most 8)")


def test_a_sentence_that_two_packs_share_is_told_in_the_second(folder):
    shared = statement("tests", "A sample of the marrow shows how many young cells there are.")
    one = pack_text("one", "this condition", "{entries: [C93.3]}", shared)
    two = pack_text("two", "this condition", "{entries: [C93]}", shared)
    (problem,) = check(folder, {"one.yaml": one, "two.yaml": two})
    assert problem.startswith("packs/two.yaml:9: the pack 'one' has the same sentence; say it once")


def test_short_sentences_and_questions_may_be_alike(folder):
    question = "Which signs should make us call the care team at night?"
    alike = statement("tests", "Blood is tested.") + statement("questions", question)
    one = pack_text("one", "this condition", "{entries: [C93.3]}", alike)
    two = pack_text("two", "this condition", "{entries: [C93]}", alike)
    assert check(folder, {"one.yaml": one, "two.yaml": two}) == []


def test_a_source_that_nothing_cites_is_told(folder):
    (problem,) = check(folder, {"jmml.yaml": JMML}, SOURCES)
    assert problem == "packs/sources.yaml:9: 'who-classification' is cited by no statement; cite it or take it out"
