"""The whole release, its facets and its scenes, each worked out once a run for all the rooms that walk them.

Worked example: `facets()["S72.001A"].laterality` is "right". Some 15 seconds the first time, nothing after that.
"""

from functools import cache

from nosograph.facets.deriving import derive_all
from nosograph.facets.model import Facets
from nosograph.icd10cm.model import Release
from nosograph.icd10cm.opening import open_release
from nosograph.illustration.composing import compose
from nosograph.illustration.model import Plate, Scene
from nosograph.illustration.plates import read_plates
from nosograph.lexicons.loading import load_lexicons


@cache
def release() -> Release:
    """The release that comes with Nosograph."""
    return open_release()


@cache
def facets() -> dict[str, Facets]:
    """The facets of each of its entries, by key."""
    return derive_all(release(), load_lexicons())


@cache
def plates() -> dict[str, Plate]:
    """The plates of the checkout."""
    return read_plates()


@cache
def scene(key: str) -> Scene:
    """The scene of one entry."""
    return compose(release().entries[key], facets()[key], plates(), load_lexicons())
