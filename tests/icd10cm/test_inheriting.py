"""Which notes hold for an entry."""

from nosograph.icd10cm.inheriting import Inheritance, notes_for
from nosograph.icd10cm.model import NoteKind

from .conftest import case


def _texts(notes, kind):
    return [note.text for note in notes if note.kind is kind]


def test_notes_of_chapter_block_and_category_come_down_in_that_order(release):
    own, inherited = notes_for(release, release.entries["C93.32"])
    assert own == ()
    origins = list(dict.fromkeys(note.origin for note in inherited))
    assert origins == ["2", "C81-C96", "C93"]
    assert "personal history of leukemia (Z85.6)" in _texts(inherited, NoteKind.EXCLUDES1)


def test_inclusion_terms_do_not_come_down_to_subcategories(release):
    _, inherited = notes_for(release, release.entries["S06.0X0A"])
    assert "Commotio cerebri" in _texts(release.entries["S06.0"].notes, NoteKind.INCLUSION_TERM)
    assert _texts(inherited, NoteKind.INCLUSION_TERM) == []


def test_a_code_with_a_7th_character_has_the_inclusion_terms_of_its_base(release):
    _, inherited = notes_for(release, release.entries["W08.XXXA"])
    assert _texts(inherited, NoteKind.INCLUSION_TERM) == ["Fall from stool"]
    _, of_the_base = notes_for(release, release.entries["S06.0X1A"])
    assert _texts(of_the_base, NoteKind.INCLUSION_TERM) == ["Concussion with brief loss of consciousness"]


def test_every_other_kind_of_note_comes_down():
    release = case("f")
    _, inherited = notes_for(release, release.entries["S06.0X0A"])
    kinds = {note.kind for note in inherited if note.origin == "S06"}
    assert kinds == {
        NoteKind.INCLUDES,
        NoteKind.CODE_ALSO,
        NoteKind.USE_ADDITIONAL,
        NoteKind.EXCLUDES1,
        NoteKind.SEVENTH,
        NoteKind.NOTE,
    }
    _, low_vision = notes_for(release, release.entries["H54.40"])
    assert "any associated underlying cause of the blindness" in _texts(low_vision, NoteKind.CODE_FIRST)


def test_only_the_nearest_7th_character_note_holds():
    release = case("i")
    _, inherited = notes_for(release, release.entries["S42.271A"])
    assert [note.origin for note in inherited if note.kind is NoteKind.SEVENTH] == ["S42.27"]
    own, above = notes_for(release, release.entries["S42.27"])
    assert _texts(own, NoteKind.SEVENTH)
    assert _texts(above, NoteKind.SEVENTH) == []


def test_notes_of_an_umbrella_block_hold_for_the_codes_it_covers():
    release = case("d")
    _, inherited = notes_for(release, release.entries["T22.111A"])
    assert [note.text for note in inherited if note.origin == "T20-T32"][:2] == [
        "burns (thermal) from electrical heating appliances",
        "burns (thermal) from electricity",
    ]
    origins = list(dict.fromkeys(note.origin for note in inherited))
    assert origins.index("19") < origins.index("T20-T32") < origins.index("T20-T25") < origins.index("T22")


def test_a_chapter_inherits_nothing_and_no_note_is_both_own_and_inherited(release):
    for entry in release:
        own, inherited = notes_for(release, entry)
        assert own == entry.notes
        assert all(note.origin != entry.key for note in inherited)
        assert entry.parent is not None or inherited == ()


def test_what_is_worked_out_for_siblings_is_what_each_inherits_by_itself(release):
    together = Inheritance(release)
    assert [e.key for e in release if together.of(e) != notes_for(release, e)[1]] == []
