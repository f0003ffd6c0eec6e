"""The phase strip as it is drawn: "now" by a word and a shape, what lies ahead dashed."""

from xml.etree.ElementTree import fromstring

import pytest

from nosograph.illustration.labels import SIZE
from nosograph.illustration.model import Box, Step, Strip
from nosograph.illustration.shapes import markup
from nosograph.illustration.strip import draw_strip
from nosograph.illustration.text import width

ROOM = Box(x=16, y=600, width=608, height=216)
STEPS = (Step(label="Found", level=1.0), Step(label="Remission", level=0.0), Step(label="Relapse", level=0.9))


def drawn(strip):
    root = fromstring(markup(draw_strip(strip, ROOM)))
    texts = {e.text: e for e in root.iter("text")}
    return root, texts, list(root.iter("circle"))


def test_now_is_said_once_above_its_own_step():
    _, texts, dots = drawn(Strip(title="How much disease tests find", steps=STEPS, now=2))
    assert texts["now"].get("x") == dots[2].get("cx")
    assert float(texts["now"].get("y")) < float(dots[2].get("cy"))
    assert [d.get("class") for d in dots] == ["dot passed", "dot passed", "dot now"]
    assert "strong" in texts["Relapse"].get("class")


def test_without_a_now_nothing_says_it():
    steps = (Step(label="First", passed=False), Step(label="Second", passed=False))
    root, texts, _ = drawn(Strip(title="Third of the pregnancy", steps=steps, now=None))
    assert "now" not in texts
    assert [e.get("class") for e in root.iter("path")] == ["course ahead"]


def test_a_higher_level_stands_higher():
    _, _, dots = drawn(Strip(title="t", steps=STEPS, now=2))
    y = [float(d.get("cy")) for d in dots]
    assert y[0] < y[2] < y[1]


def test_steps_without_levels_stand_on_one_line():
    _, _, dots = drawn(Strip(title="Phase of care", steps=tuple(Step(label=n) for n in "abcd"), now=1))
    assert len({d.get("cy") for d in dots}) == 1


@pytest.mark.parametrize("count", [2, 3, 4])
def test_everything_lies_inside_the_room_and_no_label_meets_another(count):
    steps = tuple(Step(label="Joined out of place after treatment", level=i / count) for i in range(count))
    root, _, _ = drawn(Strip(title="How much disease tests find", steps=steps, now=count - 1))
    boxes = []
    for e in root.iter("text"):
        wide, x, y = width(e.text, SIZE), float(e.get("x")), float(e.get("y"))
        left = x - wide / 2 if "middle" in e.get("class") else x
        boxes.append((left, y - 20, left + wide, y + 6))
    assert [b for b in boxes if b[0] < ROOM.x or b[2] > ROOM.right or b[1] < ROOM.y or b[3] > ROOM.bottom] == []
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]
    assert [
        p for p in pairs if p[0][0] < p[1][2] and p[1][0] < p[0][2] and p[0][1] < p[1][3] and p[1][1] < p[0][3]
    ] == []
