"""The card of an entry for other sites, and oEmbed, by which they learn how to show it.

Source: oEmbed 1.0 (oembed.com), sections 2.2 and 2.3: a consumer sends an address and the room that it has; the answer
is of type "rich" with markup of a frame, or of type "link" where the owner lets nobody frame the card.
Worked example: for C93.32 and 480 pixels the frame is 480 wide and as high as its words need there. Refused: nothing;
room that is too small for the card is used as it is, and the card can be scrolled.
"""

from dataclasses import dataclass
from html import escape
from math import ceil
from urllib.parse import quote

from nosograph.api.linked_data import NAME, Data, address_of
from nosograph.atlas.model import Page

WIDEST, NARROWEST = 640, 320
"""What the card is made for, in CSS pixels; a wider room is not filled."""
NOTICE = "General information, not advice to one person."
KEPT = 3600  # seconds for which a consumer may keep an answer
_THUMBNAILS = ((1200, 630), (640, 336), (320, 168))
_BESIDE = 460  # from here on the picture stands beside the words
# Measures of the card's style sheet, in pixels: what its frame and gaps, and its lines other than text, take.
_EDGES, _GAP, _CODE, _LINK, _TRUST = 34, 8, 26, 24, 40
_TITLE, _TEXT = 20 * 0.55, 16 * 0.53  # a letter's width on average, generously
_TITLE_LINE, _TEXT_LINE = 26, 24
_PICTURE_ABOVE, _PICTURE_BESIDE = 150 + 12, 190


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The room that a consumer has, in CSS pixels; None where it does not say."""

    width: int | None = None
    height: int | None = None


def trust_of(page: Page) -> str:
    """How far to trust the card, in two sentences."""
    review = page.article.review
    if review.status != "reviewed":
        return f"{NOTICE} Not yet reviewed by a clinician."
    return f"{NOTICE} Reviewed by a clinician{f', {review.by}' if review.by else ''}."


def embed_address(key: str, site: str) -> str:
    """The address of an entry's card."""
    return f"{site}/embed/{quote(key)}"


def card_height(page: Page, width: int) -> int:
    """How high the card is at a width, so that nothing has to be scrolled; reckoned, with a little to spare."""
    beside = width >= _BESIDE
    whole = max(width - _EDGES, 1)
    room = max(whole * 0.62 - 16, 1) if beside else whole
    title = _lines(page.link.title, _TITLE, room) * _TITLE_LINE
    words = title + _lines(page.article.summary, _TEXT, room) * _TEXT_LINE + _CODE + _LINK + _TRUST + 4 * _GAP
    picture = _PICTURE_BESIDE if beside else _PICTURE_ABOVE
    return int(_EDGES + (max(words, picture) if beside else words + picture))


def _lines(text: str, letter: float, room: float) -> int:
    """How many lines a text takes: words that do not fit leave some of each line empty, so one more is reckoned."""
    return ceil(len(text) * letter / room) + (1 if len(text) * letter > room else 0)


def oembed(page: Page, *, site: str, room: Room, framed: bool) -> Data:
    """The answer for an entry's page; without `framed` it is a link and no frame."""
    title = f"{page.link.code}: {page.link.title}"
    data: Data = {
        "type": "rich" if framed else "link",
        "version": "1.0",
        "title": title,
        "provider_name": NAME,
        "provider_url": f"{site}/",
        "cache_age": KEPT,
    }
    if framed:
        width = min(WIDEST, room.width or WIDEST)
        needed = card_height(page, width)
        height = min(needed, room.height or needed)
        frame = _frame(embed_address(page.link.key, site), title, width, height)
        data |= {"html": frame, "width": width, "height": height}
    return data | _thumbnail(address_of(page.link.key, site), room)


def _frame(address: str, title: str, width: int, height: int) -> str:
    """The frame's markup. By its `referrerpolicy` this site is not told which page the card stands on."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{width}" height="{height}" '
        'loading="lazy" referrerpolicy="no-referrer" style="border:0;max-width:100%"></iframe>'
    )


def _thumbnail(address: str, room: Room) -> Data:
    """The largest card that fits; none where none does (oEmbed 1.0: it must keep to the room)."""
    for width, height in _THUMBNAILS:
        if width <= (room.width or width) and height <= (room.height or height):
            tail = "" if width == _THUMBNAILS[0][0] else f"?width={width}"
            return {
                "thumbnail_url": f"{address}.card.png{tail}",
                "thumbnail_width": width,
                "thumbnail_height": height,
            }
    return {}
