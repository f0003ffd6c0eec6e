"""The tags below a picture: what the code says beside all that is drawn."""

import pytest

from nosograph.facets.model import Facets, Kind
from nosograph.illustration.labels import overlap
from nosograph.illustration.model import Box
from nosograph.illustration.tags import MOST, draw_tags, tags_of, words_of

ROOM = Box(x=16, y=100, width=608, height=0)


def test_what_is_left_open_comes_last_and_in_words_of_its_own():
    found = tags_of(Facets(kind=Kind.INJURY, qualifiers=("unspecified", "closed", "other")))
    assert found == ("closed", "unspecified", "other")
    assert [words_of(t) for t in found] == ["closed", "not further specified", "other than the listed kinds"]


def test_course_severity_and_remission_are_told_where_no_strip_shows_them():
    facets = Facets(kind=Kind.DISEASE, course="recurrent", severity="severe", remission="in remission")
    assert tags_of(facets, ["severe"]) == ("recurrent", "in remission")


def test_of_harm_by_others_the_tags_say_who_and_not_how(scene, facets):
    assert "military personnel" in scene("Y36.000A").told
    assert tags_of(Facets(kind=Kind.EXTERNAL_CAUSE, qualifiers=("knife", "civilian")), gently=True) == ("civilian",)


def test_there_are_only_so_many_tags():
    assert len(tags_of(Facets(kind=Kind.INJURY, qualifiers=tuple("abcdefgh")))) == MOST


def test_tags_stand_in_rows_within_the_room_and_never_meet():
    tags = ("open type IIIA, IIIB, or IIIC", "nontraffic accident", "x" * 90, "unspecified")
    shapes, boxes, end = draw_tags(tags, ROOM)
    assert all(b.x >= ROOM.x and b.right <= ROOM.right and b.bottom <= end for b in boxes)
    assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    dotted = [s for s in shapes if dict(s.attributes).get("class") == "said open"]
    assert len(dotted) == 1


def test_no_tags_take_no_room():
    assert draw_tags((), ROOM) == ([], [], ROOM.y)


@pytest.mark.parametrize(
    ("one", "other"), [("S52.001D", "S52.001E"), ("O31.00X1", "O31.00X2"), ("V01.00XA", "V01.10XA")]
)
def test_siblings_that_differ_in_a_word_differ_in_their_tags(scene, one, other):
    assert scene(one).told != scene(other).told
    assert scene(one).description != scene(other).description
