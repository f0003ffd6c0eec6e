"""Laws of label columns: labels keep within their room, apart from each other, and in the order of what they name."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nosograph.illustration.labels import GAP, LINE, SIZE, Wanted, column, overlap
from nosograph.illustration.model import Box
from nosograph.illustration.text import width

from .conftest import law

ANCHOR = st.tuples(st.floats(180, 460), st.floats(60, 560))
TEXT = st.lists(
    st.sampled_from(["Liver", "Bone", "marrow", "knee", "and", "lower", "leg", "gallbladder"]), min_size=1, max_size=6
)
WANTED = st.lists(
    st.builds(lambda t, a: Wanted(text=" ".join(t), anchors=tuple(a)), TEXT, st.lists(ANCHOR, min_size=1, max_size=3)),
    max_size=8,
)
ALIGN = st.sampled_from(["end", "start"])
ROOM = st.builds(lambda w, h: Box(x=16, y=60, width=w, height=h), st.floats(150, 240), st.floats(120, 480))


def inside(box: Box, room: Box) -> bool:
    slack = 0.01
    across = room.x - slack <= box.x and box.right <= room.right + slack
    return across and room.y - slack <= box.y and box.bottom <= room.bottom + slack


@law
@given(WANTED, ROOM, ALIGN)
def test_every_label_lies_inside_its_room(wanted, room, align):
    assert [p for p in column(wanted, room, align=align) if not inside(p.box, room)] == []


@law
@given(WANTED, ROOM, ALIGN)
def test_no_two_labels_overlap_and_the_gap_is_kept(wanted, room, align):
    placed = column(wanted, room, align=align)
    pairs = [(a, b) for i, a in enumerate(placed) for b in placed[i + 1 :]]
    assert [p for p in pairs if overlap(p[0].box, p[1].box)] == []
    tops = sorted(placed, key=lambda p: p.box.y)
    assert [b for a, b in pairwise(tops) if b.box.y < a.box.bottom + GAP - 0.01] == []


@law
@given(WANTED, ROOM, ALIGN)
def test_labels_keep_the_order_of_what_they_name(wanted, room, align):
    edge = room.right if align == "end" else room.x
    heights = {
        w.text: min(w.anchors, key=lambda a: (abs(a[0] - edge), a))[1] for w in wanted
    }  # the structure that is nearest to the column
    placed = column(wanted, room, align=align)
    assert [p.box.y for p in placed] == sorted(p.box.y for p in placed)
    if len({w.text for w in wanted}) == len(wanted) == len(placed) and all("…" not in "".join(p.lines) for p in placed):
        order = [" ".join(p.lines) for p in placed]
        assert [heights[t] for t in order] == sorted(heights[t] for t in order)


@law
@given(WANTED, ROOM, ALIGN)
def test_no_line_of_a_label_is_wider_than_the_room(wanted, room, align):
    lines = [t for p in column(wanted, room, align=align) for t in p.lines]
    assert [t for t in lines if width(t, SIZE) > room.width + 0.01] == []


@law
@given(WANTED, ROOM, ALIGN)
def test_a_leader_line_runs_from_its_label_to_one_of_its_own_structures(wanted, room, align):
    anchors = {a for w in wanted for a in w.anchors}
    for p in column(wanted, room, align=align):
        assert p.end in anchors
        assert p.box.y <= p.start[1] <= p.box.bottom
        assert (p.start[0] > room.right) if align == "end" else (p.start[0] < room.x)


@law
@given(WANTED, ALIGN)
def test_with_room_for_all_nothing_is_left_out(wanted, align):
    room = Box(x=16, y=0, width=240, height=8 * (4 * LINE + GAP))
    assert len(column(wanted, room, align=align)) == len(wanted)
