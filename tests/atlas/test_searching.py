"""Search: codes in any spelling first, then names, then words; and nothing that anybody types breaks it."""

import pytest


def codes(atlas, query, limit=10):
    return [h.link.code for h in atlas.search(query, limit)]


def test_an_unfinished_word_finds_the_condition_and_then_its_codes(atlas):
    assert codes(atlas, "juvenile myelo")[:4] == ["C93.3", "C93.30", "C93.31", "C93.32"]


def test_an_abbreviation_finds_the_condition_by_its_other_name(atlas):
    hits = atlas.search("jmml", 4)
    assert hits[0].link.code == "C93.3"
    assert hits[0].why == "also called: JMML"
    assert [(r.label, r.key) for r in hits[0].refinements] == [
        ("not having achieved remission", "C93.30"), ("in remission", "C93.31"), ("in relapse", "C93.32"),
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["ICD-10: C93.32", "icd10 c93 32", "ICD-10-CM C93.32", "icd10cm:c9332"])
def test_the_name_of_the_classification_before_a_code_is_passed_over(atlas, typed):
    assert [(h.link.code, h.why) for h in atlas.search(typed, 5)] == [("C93.32", "code")]


def test_letters_that_look_like_digits_are_read_as_digits(atlas):
    assert codes(atlas, "C93.3Z") != ["C93.32"]
    assert codes(atlas, "C93.3O") == ["C93.30"]


def test_a_code_that_does_not_exist_gives_the_nearest_above_it_and_says_so(atlas):
    (hit,) = atlas.search("C93.39", 5)
    assert hit.link.code == "C93.3"
    assert hit.why == "C93.39 is not a code of this release; this is the nearest"


def test_the_beginning_of_a_code_lists_the_categories_that_begin_so(atlas):
    found = atlas.search("C9", 20)
    assert {h.link.code for h in found} == {key for key in list(atlas.keys()) if len(key) == 3 and key.startswith("C9")}


@pytest.mark.parametrize("typed", ["C93.32", "c9332", "C93 32", " c93.32 ", "c93-32"])
def test_a_code_in_any_spelling_comes_first_and_says_so(atlas, typed):
    first = atlas.search(typed, 5)[0]
    assert (first.link.code, first.why) == ("C93.32", "code")


def test_a_title_that_is_the_query_comes_before_longer_titles(atlas):
    assert codes(atlas, "Juvenile myelomonocytic leukemia")[0] == "C93.3"
    assert atlas.search("Juvenile myelomonocytic leukemia, in relapse", 3)[0].link.code == "C93.32"


def test_words_may_come_in_any_order_and_case(atlas):
    assert codes(atlas, "RELAPSE juvenile leukemia myelomonocytic")[0] == "C93.32"


def test_an_inclusion_term_finds_its_entry(atlas):
    assert "W08" in [c[:3] for c in codes(atlas, "fall from stool")]


def test_an_everyday_name_finds_its_entry_and_says_so(atlas):
    hits = {h.link.code: h.why for h in atlas.search("broken thigh bone", 20)}
    assert any(code.startswith("S72") for code in hits)
    assert any(why.startswith("everyday name: ") for why in hits.values())


def test_where_no_entry_has_every_word_those_with_some_are_given(atlas):
    assert any(c.startswith("C93") for c in codes(atlas, "myelomonocytic zebra"))


def test_accents_do_not_matter(atlas):
    assert codes(atlas, "léukemia") == codes(atlas, "leukemia")


@pytest.mark.parametrize("query", ["", " ", "\n", "***", "()", "-", "'", '"', "\x00", "!!!", "…", "🦓", "qqqqzzz"])
def test_a_query_without_a_known_word_finds_nothing(atlas, query):
    assert codes(atlas, query) == []


@pytest.mark.parametrize(
    "query",
    [
        '"', "'", "leukemia AND", "NEAR(leukemia relapse)", "leukemia*", "^leukemia", "title:leukemia", "NOT leukemia",
        "leukemia -relapse", "(leukemia", "leukemia)", "a OR b", "{leukemia}", "col:umn", "leukemia; DROP TABLE entry",
        "%", "_", "\\", "leuk\x00emia", "AND", "OR", "NEAR", "juvenile + myelo",
    ],
)  # fmt: skip
def test_the_syntax_of_the_index_is_plain_text_here(atlas, query):
    assert isinstance(codes(atlas, query), list)


def test_ten_thousand_characters_are_answered(atlas):
    assert isinstance(codes(atlas, "leukemia " * 1112), list)
    assert codes(atlas, "x" * 10_000) == []


@pytest.mark.parametrize("limit", [0, -1])
def test_no_results_are_given_where_none_are_wanted(atlas, limit):
    assert atlas.search("leukemia", limit) == []
    assert atlas.search("C93.32", limit) == []
    assert atlas.search("JMML", limit) == []


@pytest.mark.parametrize("limit", [1, 2, 7, 1000])
def test_no_more_results_than_wanted(atlas, limit):
    assert len(atlas.search("leukemia", limit)) <= limit
    assert len(atlas.search("JMML", limit)) <= limit


def test_fewer_results_are_the_first_of_more(atlas):
    assert codes(atlas, "fracture of femur", 3) == codes(atlas, "fracture of femur", 30)[:3]
