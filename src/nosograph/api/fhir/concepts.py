"""What the operations ask of a code system, wherever it is kept: ICD-10-CM in the atlas, another one in the request.

The concepts of a system are numbered from 0 in their order, and a set of them is a mask: an array that says for each
number whether it is in. Sets of 98,505 concepts are joined and cut in microseconds so.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from nosograph.api.fhir.model import Concept, Designation, Details, Found, PropertyKind

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]


class CodeSource(Protocol):
    """A code system. `version` is empty where it has none; `properties` are what its filters may name."""

    @property
    def uri(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def properties(self) -> Sequence[PropertyKind]: ...

    def is_version(self, version: str) -> bool:
        """Whether a version that somebody asks for is this one."""

    def find(self, code: str) -> Found | None:
        """The concept of a code."""

    def concepts(self, numbers: Sequence[int]) -> list[Concept]:
        """Concepts by their numbers, in the order of these."""

    def details(self, number: int) -> Details:
        """What a concept says of itself."""

    def names(self, number: int) -> tuple[Designation, ...]:
        """The other names of a concept."""

    def below(self, number: int) -> Mask:
        """A concept and everything below it."""

    def above(self, number: int) -> Mask:
        """A concept and everything above it."""

    def children(self, number: int) -> Mask:
        """What stands directly below a concept."""

    def childless(self) -> Mask:
        """The concepts that nothing stands below."""

    def roots(self) -> Mask:
        """The concepts that stand below none."""

    def active(self) -> Mask:
        """The concepts that are in use."""

    def selectable(self) -> Mask:
        """The concepts that a person may choose: those that are not abstract."""

    def codes(self) -> Iterable[tuple[int, str]]:
        """Every number with its code."""

    def displays(self) -> Iterable[tuple[int, str]]:
        """Every number with its display."""

    def holding(self, name: str) -> Iterable[tuple[str, Mask]]:
        """The values of a property, each with the concepts that have it."""

    def holding_value(self, name: str, value: str) -> Mask:
        """The concepts that have a value of a property, given as its words or its id."""

    def searched(self, text: str) -> Mask:
        """The concepts that a person means who types some words."""


def nothing(size: int) -> Mask:
    """The empty set."""
    return np.zeros(size, dtype=np.bool_)


def everything(size: int) -> Mask:
    """All concepts."""
    return np.ones(size, dtype=np.bool_)


def these(size: int, numbers: Iterable[int] | Numbers) -> Mask:
    """The set of some numbers."""
    mask = nothing(size)
    mask[numbers if isinstance(numbers, np.ndarray) else np.fromiter(numbers, dtype=np.int64)] = True
    return mask


def numbers_of(mask: Mask) -> Numbers:
    """The numbers of a set, in order."""
    return np.flatnonzero(mask)
