"""What the tests of this room share: the sample atlas, opened, and the settings of its laws."""

from pathlib import Path

import pytest
from hypothesis import settings

from nosograph.atlas.reading import Atlas

law = settings(deadline=None)
"""For laws: how long one example takes says more about the machine than about the code."""


@pytest.fixture(scope="session")
def atlas(atlas_path: Path) -> Atlas:
    """The sample atlas."""
    return Atlas.open(atlas_path)
