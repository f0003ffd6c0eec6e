"""A feed as JSON, as MedlinePlus Connect has it: the Atom tree with text in `_value`, `entry` and `link` always lists.

Worked example: `feed_as_data(feed)["feed"]["entry"][0]["title"]["_value"]` is the title of the first entry.
"""

import re

from nosograph.api.infobutton.model import Feed, FeedCategory, FeedEntry, FeedLink

_CALLBACK = re.compile(r"[A-Za-z_$][A-Za-z0-9_$.]{0,99}")


def is_callback(name: str) -> bool:
    """Whether a name may be called with an answer: that of a function, perhaps of an object, and no other script."""
    return _CALLBACK.fullmatch(name) is not None


def feed_as_data(feed: Feed) -> dict[str, object]:
    """The feed, ready for JSON."""
    return {
        "feed": {
            "base": feed.base,
            "lang": feed.language,
            "xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "title": _text(feed.title),
            "subtitle": _text(feed.subtitle),
            "author": {"name": {"_value": feed.author}, "uri": {"_value": feed.base}},
            "updated": {"_value": feed.updated},
            "category": [_category(c) for c in feed.categories],
            "id": {"_value": feed.id},
            "entry": [_entry(e, feed.language) for e in feed.entries],
        }
    }


def _entry(entry: FeedEntry, language: str) -> dict[str, object]:
    return {
        "lang": language,
        "title": _text(entry.title),
        "link": [_link(link) for link in entry.links],
        "id": {"_value": entry.id},
        "summary": {"type": "html", "_value": entry.summary},
        "category": [_category(c) for c in entry.categories],
        "updated": {"_value": entry.updated},
    }


def _text(text: str) -> dict[str, str]:
    return {"type": "text", "_value": text}


def _category(category: FeedCategory) -> dict[str, str]:
    return {"scheme": category.scheme, "term": category.term}


def _link(link: FeedLink) -> dict[str, str]:
    return {
        "href": link.href, "rel": link.rel, "type": link.type, "hreflang": link.language, "title": link.title,
    }  # fmt: skip
