"""The picture in words: complete without the picture, and true of what is drawn."""

import pytest

from nosograph.illustration.model import Emphasis


def test_the_caption_is_one_sentence_that_names_the_code(scene, spread):
    wrong = []
    for key in spread:
        found = scene(key)
        if not found.caption.startswith(f"{found.code} in a") or found.caption[-1] != "." or ". " in found.caption:
            wrong.append((key, found.caption))
    assert wrong == []


def test_the_description_names_everything_that_is_marked(scene, plates, spread):
    wrong = []
    for key in spread:
        found = scene(key)
        for mark in found.body.marks if found.body else ():
            label = (mark.label or "").removesuffix("?").partition(", ")[0]
            if mark.emphasis is not Emphasis.SHOWN and label.lower() not in found.description.lower():
                wrong.append((key, mark.label, found.description))
        for panel in found.panels:
            heading = panel.heading.partition("\n")[0].lower()
            wrong += [(key, heading)] if heading not in found.description.lower() else []
            wrong += [(key, m.label) for m in panel.marks if m.label and m.label not in found.description]
    assert wrong == []


def test_the_description_names_the_side_the_phase_and_the_close_up(scene):
    assert "on the person's right" in scene("S72.001A").description
    assert "on both sides" in scene("H54.0X33").description
    relapse = scene("C93.32").description
    assert "rises again to relapse" in relapse
    assert "Beside it, in a circle:" in relapse
    assert "A drawing of a small child" in relapse


def test_the_description_says_what_the_sign_on_a_place_means(scene, plates):
    signed = [m.sign for p in scene("S52.301A").panels for m in p.marks if m.sign]
    assert signed == ["mark-crack"]
    assert "A sign on it means: break." in scene("S52.301A").description
    assert "A sign on it" not in scene("C93.32").description


def test_nothing_marked_is_said_as_well(scene):
    assert "No part is marked" in scene("R69").description
    assert scene("R69").caption.startswith("R69 in an adult, with no part of the body marked")
    assert "A drawing without a figure" in scene("W56.22XA").description


def test_descriptions_are_sentences(scene, spread):
    wrong = [
        (key, scene(key).description)
        for key in spread
        if scene(key).description[-1] != "." or "  " in scene(key).description or ".." in scene(key).description
    ]
    assert wrong == []


@pytest.mark.parametrize("key", ["C93.30", "C93.31", "C93.32"])
def test_the_states_of_one_leukemia_are_told_apart_in_words(scene, key):
    others = {"C93.30", "C93.31", "C93.32"} - {key}
    assert scene(key).description not in {scene(k).description for k in others}
