"""What the tests of this room share: everything that an article is written from, for the whole release."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import settings

from facets import whole
from nosograph.article.composing import Desk, write_article
from nosograph.article.model import Article
from nosograph.facets.model import Facets
from nosograph.icd10cm.model import Release
from nosograph.knowledge.reading import read_library
from nosograph.lexicons.loading import load_lexicons

law = settings(deadline=None)
"""For laws: how long one example takes says more about the machine than about the code."""


@cache
def the_desk() -> Desk:
    """The desk at which the articles of the whole release are written, with the packs and plates of the checkout."""
    return Desk.of(whole.release(), whole.facets(), read_library(), whole.plates(), load_lexicons())


@cache
def the_article(key: str) -> Article:
    """The article of one entry."""
    desk = the_desk()
    return write_article(desk.release.entries[key], desk)


@pytest.fixture(scope="session")
def release() -> Release:
    """The release that comes with Nosograph, whole."""
    return whole.release()


@pytest.fixture(scope="session")
def facets() -> dict[str, Facets]:
    """The facets of every entry of it, by key."""
    return whole.facets()


@pytest.fixture(scope="session")
def desk() -> Desk:
    """The desk at which articles are written."""
    return the_desk()


@pytest.fixture(scope="session")
def article() -> Callable[[str], Article]:
    """The article of an entry, by its key."""
    return the_article


@pytest.fixture(scope="session")
def spread(release: Release) -> list[str]:
    """Some 2,000 keys: every chapter and block, and every 60th of the others."""
    keys = list(release.entries)
    wide = [k for k in keys if k[0].isdigit() or "-" in k]
    return list(dict.fromkeys([*wide, *keys[::60], "C93.30", "C93.31", "C93.32", "S72.001A", "W56.22XA"]))
