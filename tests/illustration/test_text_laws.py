"""Laws of text: widths add up, lines keep within their room, and words keep their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.illustration.text import font_file, width, wrap

from .conftest import law

WORDS = st.lists(st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCWMil-,()[]é'", min_size=1, max_size=18), max_size=25)
ROOM = st.floats(min_value=60, max_value=700)
SIZE = 24.0


def test_the_font_that_measures_is_there():
    assert font_file().is_file()


@pytest.mark.parametrize(("narrow", "wide"), [("iiii", "MMMM"), ("C93.3", "C93.32"), ("liver", "LIVER")])
def test_letters_have_their_own_widths(narrow, wide):
    assert width(narrow, SIZE) < width(wide, SIZE)


def test_no_text_has_no_width_and_a_character_the_font_lacks_counts_as_an_em():
    assert width("", SIZE) == 0
    assert width("\U0010fffd", SIZE) == pytest.approx(SIZE * 1.06)


@law
@given(st.text(max_size=40), st.text(max_size=40))
def test_the_width_of_a_line_is_the_sum_of_its_parts(one, other):
    assert width(one + other, SIZE) == pytest.approx(width(one, SIZE) + width(other, SIZE))


@law
@given(st.text(max_size=40), st.floats(min_value=1, max_value=99))
def test_widths_grow_with_the_size(text, size):
    assert width(text, size * 2) == pytest.approx(2 * width(text, size))


@law
@given(WORDS, ROOM)
def test_no_line_is_wider_than_its_room(words, room):
    assert [t for t in wrap(" ".join(words), SIZE, room) if width(t, SIZE) > room] == []


@law
@given(WORDS, ROOM, st.integers(1, 4))
def test_no_more_lines_than_asked_for_and_none_wider_than_its_room(words, room, lines):
    found = wrap(" ".join(words), SIZE, room, lines=lines)
    assert len(found) <= lines
    assert [t for t in found if width(t, SIZE) > room] == []


@law
@given(WORDS, ROOM)
def test_words_keep_their_order_and_none_is_lost_but_by_a_cut(words, room):
    told = " ".join(wrap(" ".join(words), SIZE, room)).split()
    assert len(told) == len(words)
    for said, word in zip(told, words, strict=True):
        assert said == word or (said.endswith("…") and word.startswith(said[:-1].rstrip(" ,;")))


@law
@given(WORDS, ROOM, st.integers(1, 4))
def test_where_lines_are_left_out_the_last_one_says_so(words, room, lines):
    text = " ".join(words)
    if len(wrap(text, SIZE, room)) > lines:
        assert wrap(text, SIZE, room, lines=lines)[-1].endswith("…")
        assert wrap(text, SIZE, room, lines=lines)[:-1] == wrap(text, SIZE, room)[: lines - 1]


@law
@given(WORDS)
def test_a_wide_room_keeps_one_line(words):
    assert wrap(" ".join(words), SIZE, 100_000) == ((" ".join(words),) if words else ())
