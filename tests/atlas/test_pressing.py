"""A record comes back from its blob as it was."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.atlas.pressing import Press, learned

SIDES = ("right", "left", "unspecified")
RECORDS = [
    json.dumps({"summary": f"Broken hip {n}", "side": SIDES[n % 3], "sections": [["causes", [n, n + 1]]]}).encode()
    for n in range(1000)
]


PRESS = Press(learned(RECORDS))


@given(record=st.binary(max_size=5000))
def test_any_record_comes_back_as_it_was(record: bytes) -> None:
    assert PRESS.given_back(PRESS.pressed(record)) == record


@pytest.mark.parametrize("few", [1, 2, 7])
def test_too_few_records_to_learn_from_are_the_dictionary_themselves(few: int) -> None:
    press = Press(learned(RECORDS[:few]))
    assert press.given_back(press.pressed(RECORDS[few])) == RECORDS[few]


def test_records_that_are_alike_take_a_fraction_of_their_size() -> None:
    press = Press(learned(RECORDS[::2]))
    assert sum(len(press.pressed(r)) for r in RECORDS[1::2]) < sum(map(len, RECORDS[1::2])) / 2


def test_the_same_records_give_the_same_dictionary() -> None:
    assert learned(RECORDS) == learned(list(RECORDS))
