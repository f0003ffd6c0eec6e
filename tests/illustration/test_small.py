"""The small picture: the drawing without the words that would be too small to read."""

from xml.etree.ElementTree import fromstring

from nosograph.illustration.small import draw_small

from .conftest import SVG


def words(svg):
    return [element.text for element in fromstring(svg).iter(f"{SVG}text")]


def test_it_marks_what_the_picture_marks_and_names_nothing_but_the_sides(scene, plates):
    svg = draw_small(scene("C93.32"), plates)
    assert words(svg) == ["their right", "their left"]
    assert 'class="marked' in svg
    assert "clip-path" in svg or "<circle" in svg
    assert fromstring(svg).findtext(f"{SVG}title") == scene("C93.32").caption


def test_every_small_picture_of_a_spread_is_well_formed_and_holds_no_label(scene, plates, spread):
    for key in spread[::9]:
        found = scene(key)
        labels = {mark.label for panel in (found.body, *found.panels) if panel for mark in panel.marks if mark.label}
        svg = draw_small(found, plates)
        assert set(words(svg)) <= {"their right", "their left"}, key
        assert not labels & set(words(svg)), key
        _, _, wide, high = (float(value) for value in fromstring(svg).get("viewBox").split())
        assert (wide, 100 < high <= wide) == (640, True), key
