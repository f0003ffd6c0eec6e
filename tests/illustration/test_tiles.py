"""What happens and what causes it: the tile that is true of the process, and the wider one where there is none."""

from dataclasses import replace

import pytest

from nosograph.facets.model import Facets, Kind
from nosograph.illustration.plates import Plates
from nosograph.illustration.tiles import agent_shown, gently_shown, process_shown, within
from nosograph.lexicons.loading import load_lexicons
from nosograph.lexicons.model import NO_PICTURE, AgentPicture, ProcessPicture

PLATES = ("what-broken", "what-broken-open", "what-injury", "mark-crack", "mark-gap", "cause-germ", "cause-virus")


def row(process, values=(), plate=None, sign=None, layer=None, ranges=()):
    return ProcessPicture(process=process, values=values, ranges=ranges, plate=plate, sign=sign, layer=layer, line=1)


@pytest.fixture
def desk(plates):
    """Plates and tables of our own, so that the rules are seen apart from the art."""
    some = plates["hip-bones"]
    own = Plates({name: replace(some, id=name, title=name, family="processes", regions={}) for name in PLATES})
    lexicons = replace(
        load_lexicons(),
        process_pictures={
            "fracture": (
                row("fracture", plate=NO_PICTURE, ranges=(("S025", "S025"),)),
                row("fracture", plate="what-broken-open", ranges=(("S721", "S722"), ("T14", "T14"))),
                row("fracture", ("open",), plate="what-broken-open"),
                row("fracture", ("displaced",), sign="mark-gap"),
                row("fracture", plate="what-broken", sign="mark-crack", layer="bone"),
            ),
            "injury": (row("injury", plate="what-injury", layer="surface"),),
        },
        agent_pictures={
            "bacterium": AgentPicture(id="bacterium", plate="cause-germ", line=1),
            "kind:virus": AgentPicture(id="kind:virus", plate="cause-virus", line=2),
        },
    )
    return own, lexicons


def shown(desk, process, *qualifiers, code="S72.001A", **more):
    return process_shown(code, Facets(kind=Kind.INJURY, process=process, qualifiers=qualifiers, **more), *desk)


def test_the_first_row_whose_values_the_entry_has_gives_the_tile(desk):
    assert shown(desk, "fracture").tile.plate == "what-broken"
    assert shown(desk, "fracture", "open").tile.plate == "what-broken-open"
    assert shown(desk, "fracture", "closed", "open").tile.plate == "what-broken-open"


def test_a_row_may_ask_for_codes(desk):
    assert shown(desk, "fracture", code="S72.23XA").tile.plate == "what-broken-open"
    assert shown(desk, "fracture", code="S72.301A").tile.plate == "what-broken"


def test_a_row_may_say_that_nothing_is_shown(desk):
    found = shown(desk, "fracture", "open", code="S02.5XXA")
    assert found.tile is None
    assert found.sign == "mark-crack"


def test_tile_sign_and_layer_each_come_from_the_first_row_that_has_one(desk):
    found = shown(desk, "fracture", "open", "displaced")
    assert (found.tile.plate, found.sign, found.layer) == ("what-broken-open", "mark-gap", "bone")


def test_a_process_without_rows_is_shown_by_the_wider_one(desk):
    assert shown(desk, "contusion").tile.plate == "what-injury"
    assert shown(desk, "contusion").layer == "surface"


def test_a_plate_that_nobody_has_drawn_yet_is_passed_over(desk):
    plates, lexicons = desk
    del plates["what-broken-open"], plates["mark-gap"]
    found = process_shown(
        "S72.001A", Facets(kind=Kind.INJURY, process="fracture", qualifiers=("open", "displaced")), plates, lexicons
    )
    assert (found.tile.plate, found.sign) == ("what-broken", None)


def test_an_entry_without_a_process_has_no_tile(desk):
    for process in (None, "no such process"):
        found = shown(desk, process)
        assert (found.tile, found.sign, found.layer, found.family) == (None, None, None, None)


def test_an_agent_is_shown_by_its_own_plate_by_a_wider_agent_s_or_by_its_kind_s(desk):
    assert agent_shown("bacterium", *desk).plate == "cause-germ"
    assert agent_shown("human immunodeficiency virus [HIV]", *desk) is None  # no label of the lexicon
    virus = next(a for a in desk[1].agents.values() if a.kind == "virus")
    assert agent_shown(virus.label, *desk).plate == "cause-virus"
    assert agent_shown(None, *desk) is None


def test_a_process_is_within_itself_and_all_that_are_wider():
    lexicons = load_lexicons()
    assert within("fracture", "fracture", lexicons)
    assert within("fracture", "injury", lexicons)
    assert not within("injury", "fracture", lexicons)
    assert not within(None, "injury", lexicons)


@pytest.mark.parametrize("key", ["X71.0XXA", "T40.1X2A", "X99.1XXA", "T74.12XA", "Y36.230A"])
def test_harm_by_oneself_or_by_others_is_shown_without_its_means(scene, plates, key):
    families = [plates[p.plate].family for p in scene(key).panels]
    assert "agents" not in families
    assert {"event-care", "event-protect"} & {p.plate for p in scene(key).panels}


def test_an_accident_is_not_called_harm_by_others(scene):
    assert "event-protect" not in {p.plate for p in scene("W32.0XXA").panels}
    assert not any("another person" in p.heading for p in scene("W32.0XXA").panels)


def test_what_did_the_harm_is_named_in_words(facets, plates):
    panel = gently_shown(facets["X71.0XXA"], plates, load_lexicons())
    assert panel.plate == "event-care"
    assert panel.heading.endswith("(bathtub)")
    assert gently_shown(facets["W16.212A"], plates, load_lexicons()) is None


def test_a_row_may_ask_for_a_place(facets, plates):
    plates_of_nerve = process_shown("S44.00XA", facets["S44.00XA"], plates, load_lexicons())  # injury of ulnar nerve
    assert plates_of_nerve.tile.plate == "what-nerve-injury"
    assert process_shown("S36.116A", facets["S36.116A"], plates, load_lexicons()).tile.plate != "what-nerve-injury"
