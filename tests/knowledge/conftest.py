"""What the tests of this room share: small packs as texts, a folder to write them into, and their sources."""

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from nosograph.knowledge.lines import Lined
from nosograph.knowledge.model import Library, Pack
from nosograph.knowledge.reading import read_library, read_pack

law = settings(deadline=None)
"""For laws: how long one example takes says more about the machine than about the code."""

SOURCES = """
pdq-jmml:
  title: Childhood Myeloid Proliferations Treatment (PDQ), patient version
  publisher: National Cancer Institute
  year: 2025
  url: https://www.cancer.gov/types/leukemia/patient/child-aml-treatment-pdq
  opened: 2026-11-22
  read: full text
who-classification:
  title: International Statistical Classification of Diseases
  publisher: World Health Organization
  year: 2019
  url: https://icd.who.int/browse10/2019/en
  opened: 2026-11-22
  read: excerpt
"""

JMML = """
id: jmml
title: Juvenile myelomonocytic leukemia
scope: this condition
applies:
  entries: [C93.3]
written: 2026-11-22
review: {status: not reviewed}
also_called: [JMML]
meaning: Juvenile myelomonocytic leukemia is a rare blood cancer of young children.
statements:
  - section: definition
    topic: what-it-is
    text: >-
      JMML is a rare blood cancer of young children.
      The marrow makes too many monocytes.
    sources:
      - {id: pdq-jmml, at: General information}
  - section: symptoms
    text: The belly can swell because the spleen grows.
    sources:
      - {id: pdq-jmml, at: Signs}
"""


def pack(text: str) -> Pack:
    """The pack that a text holds."""
    return read_pack(Lined(textwrap.dedent(text), "packs/a.yaml")).pack


def statement(section: str, text: str, **more: object) -> str:
    """One statement in YAML, to be appended to a pack's text."""
    lines = [f"  - section: {section}", f"    text: {text}", "    sources: [{id: pdq-jmml, at: Signs}]"]
    return "\n".join([*lines, *(f"    {name}: {value}" for name, value in more.items())]) + "\n"


def pack_text(ident: str, scope: str, applies: str, *statements: str, more: str = "") -> str:
    """A pack in YAML."""
    head = f"id: {ident}\ntitle: {ident} of these tests\nscope: {scope}\napplies: {applies}\nwritten: 2026-11-22\n"
    return f"{head}review: {{status: not reviewed}}\n{more}statements:\n{''.join(statements)}"


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes packs (by path below the folder) and the sources, and gives the folder."""

    def write(packs: dict[str, str], sources: str | None = SOURCES) -> Path:
        root = tmp_path / "packs"
        root.mkdir(exist_ok=True)
        if sources is not None:
            (root / "sources.yaml").write_text(sources, encoding="utf-8")
        for name, text in packs.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root

    return write


@pytest.fixture
def library(folder: Callable[..., Path]) -> Callable[..., Library]:
    """The library that some packs make, each file named by its pack's id."""

    def make(*texts: str) -> Library:
        named = {f"{next(line[4:] for line in t.splitlines() if line.startswith('id: '))}.yaml": t for t in texts}
        return read_library(folder(named))

    return make
