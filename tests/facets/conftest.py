"""What the tests of this room share: the whole release and its facets, and the settings of its laws."""

import pytest
from hypothesis import settings

from nosograph.facets.model import Facets
from nosograph.icd10cm.model import Release

from . import whole

law = settings(deadline=None)
"""For laws: how long one example takes says more about the machine than about the code."""


@pytest.fixture(scope="session")
def release() -> Release:
    """The release that comes with Nosograph, whole."""
    return whole.release()


@pytest.fixture(scope="session")
def facets() -> dict[str, Facets]:
    """The facets of every entry of it, by key."""
    return whole.facets()
