"""Codes that earlier releases had, in the sample atlas: V20 is not in it, T81.3 is."""

from nosograph.atlas.reading import Atlas


def test_a_retired_code_is_known_by_any_of_its_spellings(atlas: Atlas) -> None:
    told = [atlas.retired(text) for text in ("T81.32XA", "t8132xa", " icd-10-cm: T81.32XA ")]
    assert told[0] is not None
    assert told[0].title == (
        "Disruption of internal operation (surgical) wound, not elsewhere classified, initial encounter"
    )
    assert (told[0].last, told[0].nearest) == (2024, "T81.3")
    assert told[1:] == told[:1] * 2


def test_what_the_release_has_and_what_no_release_had_are_not_retired(atlas: Atlas) -> None:
    assert [atlas.retired(text) for text in ("C93.32", "C93.39", "zebra", "")] == [None] * 4


def test_search_says_until_when_it_was_a_code(atlas: Atlas) -> None:
    hit = atlas.search("T81.32XA")[0]
    assert (hit.link.key, hit.why) == (
        "T81.3", "T81.32XA was a code until fiscal year 2024; this is the nearest"
    )  # fmt: skip
