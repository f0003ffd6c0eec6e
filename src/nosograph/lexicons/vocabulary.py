"""The values that an entry can have on an axis, for checks of what is written about entries.

The open axes take theirs from the tables. The closed ones have them here, as ICD-10-CM has them: its 7th characters,
its sides and trimesters, its remission statuses and the columns of its table of drugs and chemicals.
"""

from collections.abc import Mapping

from nosograph.lexicons.model import Lexicons

CLOSED: Mapping[str, frozenset[str]] = {
    "laterality": frozenset({"right", "left", "bilateral", "unspecified"}),
    "episode": frozenset({"initial encounter", "subsequent encounter", "sequela"}),
    "healing": frozenset({"routine", "delayed", "nonunion", "malunion"}),
    "remission": frozenset({"in remission", "in relapse", "not having achieved remission"}),
    "trimester": frozenset({"first", "second", "third", "unspecified"}),
    "intent": frozenset(
        {"accidental", "intentional self-harm", "assault", "undetermined", "adverse effect", "underdosing"}
    ),
}


def known_values(lexicons: Lexicons) -> dict[str, frozenset[str]]:
    """Every value by axis. Kinds and qualifiers are left out: kinds are checked with the pack, qualifiers combine."""
    return {
        **CLOSED,
        "process": frozenset(lexicons.processes) | frozenset(lexicons.process_labels),
        "sites": frozenset(lexicons.sites),
        "regions": frozenset(lexicons.regions),
    }
