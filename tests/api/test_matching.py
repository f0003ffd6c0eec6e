"""What a code that a program sent stands for."""

from pathlib import Path

import pytest

from nosograph.api.matching import Match, matched
from nosograph.atlas.reading import Atlas


@pytest.fixture(scope="module")
def atlas(atlas_path: Path) -> Atlas:
    return Atlas.open(atlas_path)


@pytest.mark.parametrize(
    ("code", "key", "match"),
    [
        (" c9332 ", "C93.32", Match.EXACT),
        ("C93.39", "C93.3", Match.ANCESTOR),
        ("T81.32XA", "T81.3", Match.RETIRED),
        ("ZZZ99", None, Match.NO_CODE),
        ("", None, Match.NO_CODE),
        ("G99.9", None, Match.NO_CODE),
    ],
)
def test_each_code_is_answered_with_its_entry_and_how_it_was_found(
    atlas: Atlas, code: str, key: str | None, match: Match
) -> None:
    found = matched(atlas, code)
    assert (found.key, found.match) == (key, match)
    assert (found.retired is not None) == (match is Match.RETIRED)
