"""A feed as Atom (RFC 4287), in HL7's profile: `xml:lang` and `xml:base`, and each link with all of its attributes.

Worked example: the title of the first entry stands at `feed/entry/title`, its summary, as escaped HTML, at
`feed/entry/summary[@type="html"]`.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from nosograph.api.infobutton.model import Feed, FeedCategory, FeedEntry, FeedLink

# XML 1.0, production 2: all other characters may not stand in a document, in no spelling.
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed) -> str:
    """The XML text."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", "\n".join(_lines(feed))) + "\n"


def _lines(feed: Feed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f"xml:base={quoteattr(feed.base)} xml:lang={quoteattr(feed.language)}>"
    )
    yield f'<title type="text">{escape(feed.title)}</title>'
    yield f'<subtitle type="text">{escape(feed.subtitle)}</subtitle>'
    yield f"<author><name>{escape(feed.author)}</name><uri>{escape(feed.base)}</uri></author>"
    yield f"<updated>{escape(feed.updated)}</updated>"
    yield from map(_category, feed.categories)
    yield f"<id>{escape(feed.id)}</id>"
    for entry in feed.entries:
        yield from _entry(entry, feed.language)
    yield "</feed>"


def _entry(entry: FeedEntry, language: str) -> Iterator[str]:
    yield f"<entry xml:lang={quoteattr(language)}>"
    yield f'<title type="text">{escape(entry.title)}</title>'
    yield from map(_link, entry.links)
    yield f"<id>{escape(entry.id)}</id>"
    yield f'<summary type="html">{escape(entry.summary)}</summary>'
    yield from map(_category, entry.categories)
    yield f"<updated>{escape(entry.updated)}</updated>"
    yield "</entry>"


def _category(category: FeedCategory) -> str:
    return f"<category scheme={quoteattr(category.scheme)} term={quoteattr(category.term)}/>"


def _link(link: FeedLink) -> str:
    return (
        f"<link href={quoteattr(link.href)} rel={quoteattr(link.rel)} type={quoteattr(link.type)} "
        f"hreflang={quoteattr(link.language)} title={quoteattr(link.title)}/>"
    )
