"""The patient of a request: age as MeSH groups it, administrative gender, and the figure that fits both.

Worked example: 40 `mo` is D002675, a child of 2 to 5 years, and the figure of a toddler; 70 `a` is D000368 and an older
adult; 30 `a` with the gender F is D000328 and a woman.
An age that cannot be read, or of an unknown unit, is no age: MedlinePlus Connect, for whose clients this stands in,
ignores all of them.
"""

import re
from dataclasses import dataclass

# Days in one of each unit; a month and a year as in UCUM (`mo` is a twelfth of a Julian year, `a` a Julian year).
_DAYS = {"a": 365.25, "mo": 30.4375, "wk": 7.0, "d": 1.0, "h": 1 / 24, "min": 1 / 1440}
_NUMBER = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,6})?")
_OLDEST = 150  # years; beyond is a mistake


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeGroup:
    """A MeSH age group: up to which age in years it reaches (not included), and the figure of that age."""

    mesh: str
    name: str
    below: float
    figure: str | None


GROUPS = (
    AgeGroup(mesh="D007231", name="newborn", below=1 / 12, figure="newborn"),
    AgeGroup(mesh="D007223", name="infant, 1 to 23 months", below=2, figure="toddler"),
    AgeGroup(mesh="D002675", name="child, 2 to 5 years", below=6, figure="toddler"),
    AgeGroup(mesh="D002648", name="child, 6 to 12 years", below=13, figure="child"),
    AgeGroup(mesh="D000293", name="adolescent, 13 to 18 years", below=19, figure="child"),
    AgeGroup(mesh="D055815", name="young adult, 19 to 24 years", below=25, figure=None),
    AgeGroup(mesh="D000328", name="adult", below=45, figure=None),
    AgeGroup(mesh="D008875", name="middle aged, 45 to 64 years", below=65, figure=None),
    AgeGroup(mesh="D000368", name="aged, 65 to 79 years", below=80, figure="older"),
    AgeGroup(mesh="D000369", name="80 years and over", below=_OLDEST, figure="older"),
)
"""From the youngest to the oldest. None as the figure: a man, a woman, or an adult where the sex is not told."""

_BY_MESH = {group.mesh: group for group in GROUPS}
_BY_GENDER = {"F": "woman", "M": "man"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is told of the patient: an age group of MeSH, and F, M or UN as the administrative gender."""

    group: AgeGroup | None = None
    gender: str | None = None

    @property
    def figure(self) -> str | None:
        """The figure that fits; None where nothing is told that would choose one. Age goes before sex."""
        if self.group is not None and self.group.figure is not None:
            return self.group.figure
        return _BY_GENDER.get(self.gender or "")


def group_of_age(value: str, unit: str) -> AgeGroup | None:
    """The group of an age in a unit of UCUM; None where either cannot be read."""
    days = _DAYS.get(unit.strip())
    if days is None or not _NUMBER.fullmatch(value.strip()):
        return None
    years = float(value) * days / _DAYS["a"]
    return next((group for group in GROUPS if years < group.below), None)


def group_of_mesh(code: str) -> AgeGroup | None:
    """The group with a MeSH code."""
    return _BY_MESH.get(code.strip())
