"""What entries are called, and why."""

from functools import cache

from facets import whole
from nosograph.finding.naming import NameKind, names_of
from nosograph.knowledge.reading import read_library
from nosograph.lexicons.loading import load_lexicons


@cache
def everything():
    return tuple(names_of(whole.release(), read_library(), load_lexicons()))


def names(key):
    return {(name.kind, name.text) for name in everything() if name.key == key}


def test_a_category_has_its_title_everyday_name_and_the_names_of_notes_elsewhere():
    found = names("E84")
    assert (NameKind.TITLE, "Cystic fibrosis") in found
    assert any(kind is NameKind.POINTED for kind, _ in found)


def test_the_other_names_of_a_pack_belong_to_the_entries_that_it_is_about():
    assert (NameKind.CALLED, "JMML") in names("C93.3")


def test_inclusion_terms_are_names_without_the_codes_in_them():
    assert not [text for kind, text in names("J18.9") if kind is NameKind.INCLUDED and "(" in text]
    assert [text for kind, text in names("I10") if kind is NameKind.INCLUDED]
