"""When the text of entries was last changed, for many entries at once.

Worked example: `changes(rows, 0, 5000)` gives the first 5,000 keys, each with a day such as "2026-11-22". Of a record
it reads the review alone, which takes half of the time that the whole would.
"""

import json
from collections.abc import Callable
from typing import Any

from nosograph.article.model import Review
from nosograph.atlas.pressing import Press
from nosograph.atlas.records import unpacked

_SOME = "SELECT key, record FROM entry ORDER BY id LIMIT ? OFFSET ?"
# A quotation mark inside a text is written with a backslash before it, so only the name of the member can look so.
_REVIEW = '"review":'


def changes(rows: Callable[..., list[Any]], press: Press, start: int, limit: int) -> list[tuple[str, str]]:
    """Keys in the order of the release from the `start`-th on, each with the day its text was last changed."""
    return [(key, _review(press.given_back(blob)).latest) for key, blob in rows(_SOME, limit, start)]


def _review(record: bytes) -> Review:
    text = record.decode()
    data, _ = json.JSONDecoder().raw_decode(text, text.index(_REVIEW) + len(_REVIEW))
    return unpacked(Review, data)
