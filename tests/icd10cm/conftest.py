"""What the tests of this room share: the excerpts, and the whole release parsed once."""

from pathlib import Path

import pytest
from hypothesis import settings

from nosograph.icd10cm.model import Release
from nosograph.icd10cm.opening import default_file, open_release
from nosograph.icd10cm.parsing import parse_release

FIXTURES = Path(__file__).parent / "fixtures"

law = settings(deadline=None)
"""For laws: how long one example takes says more about the machine than about the code."""


def excerpt(name: str) -> bytes:
    """The bytes of an excerpt of a real release: a lettered case such as "k", or a file's stem."""
    stem = f"case_{name}" if len(name) == 1 else name
    return (FIXTURES / f"{stem}.xml").read_bytes()


def case(letter: str) -> Release:
    """The excerpt of a lettered case, parsed."""
    return parse_release(excerpt(letter))


@pytest.fixture(scope="session")
def release() -> Release:
    """The release that comes with Nosograph, whole."""
    return open_release()


@pytest.fixture(scope="session")
def code_list() -> list[str]:
    """The names in the list that lies beside the release: chapters, blocks, and codes without point, in order."""
    text = default_file().with_name("code-list-April-2026.txt").read_text(encoding="ascii")
    return text.replace("\r", "\n").split()
