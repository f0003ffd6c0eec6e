"""The tables as they ship, and a way to change one line of one table."""

from collections.abc import Callable

import pytest

from nosograph.icd10cm.model import Release
from nosograph.icd10cm.opening import open_release
from nosograph.lexicons.loading import load_lexicons, resource_text
from nosograph.lexicons.model import Lexicons

TextOf = Callable[[str], str]


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    return load_lexicons()


@pytest.fixture(scope="session")
def release() -> Release:
    """The release that comes with Nosograph."""
    return open_release()


@pytest.fixture
def with_line_added() -> Callable[[str, str], TextOf]:
    """The shipped texts, with one line more at the end of one table."""

    def change(file: str, line: str) -> TextOf:
        def text_of(name: str) -> str:
            text = resource_text(name)
            return text + line + "\n" if name == file else text

        return text_of

    return change
