"""The nouns of measuring: one figure, and the folder and atlas that a run measures with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of the table: what was measured, the bar that it is held against ("" for none), and the result."""

    what: str
    bar: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Where a run works: `data` is an empty data folder that the first figure fills with the atlas."""

    data: Path
    scratch: Path
    program: Path
