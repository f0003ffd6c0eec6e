"""The one writer of SVG: elements as values, escaped and rounded in one place."""

import pytest

from nosograph.illustration.shapes import art, group, markup, moved, number, placed, shape


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (1.0, 1, "1"), (1.25, 1, "1.2"), (1.26, 1, "1.3"), (-0.04, 1, "0"), (0.0, 1, "0"), (100.0, 1, "100"),
        (-3.5, 1, "-3.5"),
        (0.8125, 3, "0.812"), (2.0, 3, "2"), (640, 1, "640"), (1200.0, 0, "1200"),
    ],
)  # fmt: skip
def test_numbers_are_rounded_without_idle_zeros(value, digits, expected):
    assert number(value, digits) == expected


def test_an_element_is_written_with_its_attributes_in_order_and_its_children_inside():
    item = shape("g", shape("circle", cx=1.25, cy=2, r=4, class_="end"), shape("title", text="Liver & spleen"), id="a")
    assert markup(item) == '<g id="a"><circle cx="1.2" cy="2" r="4" class="end"/><title>Liver &amp; spleen</title></g>'


def test_names_are_those_of_svg_and_absent_attributes_are_left_out():
    item = shape("svg", aria_labelledby="t", class_="picture", width=None, viewBox="0 0 1 1")
    assert markup(item) == '<svg aria-labelledby="t" class="picture" viewBox="0 0 1 1"/>'


def test_combinators_give_new_shapes_and_leave_the_old_ones_as_they_were():
    dot = shape("circle", r=1)
    assert markup(moved(dot, 2, 3.04)) == '<g transform="translate(2 3)"><circle r="1"/></g>'
    assert markup(placed(dot, 0, 0, 0.12345)) == '<g transform="translate(0 0) scale(0.123)"><circle r="1"/></g>'
    assert markup(group([dot, dot], class_="pair")) == '<g class="pair"><circle r="1"/><circle r="1"/></g>'
    assert markup(dot) == '<circle r="1"/>'


def test_the_art_of_a_plate_is_written_as_it_is():
    assert markup(group([art('<path d="M0 0"/>')])) == '<g><path d="M0 0"/></g>'


def test_hostile_text_stays_text():
    item = shape("text", text='</text><script>alert("x")</script>', data_note='" onload="x')
    assert markup(item) == (
        '<text data-note="&quot; onload=&quot;x">&lt;/text&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</text>'
    )
