"""What the tests of this room share: the index of the whole release, and a way to ask it. Some 30 seconds, once."""

from collections.abc import Callable

import pytest

from facets import whole
from nosograph.finding.index import Index, opened_index, packed_index
from nosograph.finding.indexing import make_index
from nosograph.finding.ranking import Finder
from nosograph.knowledge.reading import read_library
from nosograph.lexicons.loading import load_lexicons

Ask = Callable[..., list[str]]


@pytest.fixture(scope="session")
def index() -> Index:
    """The index of the release that comes with Nosograph, stored and opened again as an atlas does it."""
    made, _ = make_index(whole.release(), whole.facets(), read_library(), load_lexicons())
    return opened_index(packed_index(made))


@pytest.fixture(scope="session")
def finder(index: Index) -> Finder:
    """A finder of that index."""
    return Finder(index)


@pytest.fixture(scope="session")
def ask(index: Index, finder: Finder) -> Ask:
    """The keys of the best entries for words."""

    def asked(text: str, limit: int = 5) -> list[str]:
        return [index.keys[found.entry] for found in finder.find(text, limit)]

    return asked
