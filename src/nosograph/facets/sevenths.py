"""What a 7th character adds to the facets of its base code."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from nosograph.facets.model import Evidence, Facets
from nosograph.facets.wording import closed_vocabularies, collected, side
from nosograph.icd10cm.model import Entry


def extended(entry: Entry, base: Facets) -> Facets:
    """A base code's facets with what its 7th character adds."""
    meaning = entry.seventh.meaning if entry.seventh else ""
    values, added, said = _of_seventh(meaning)
    evidence = [replace(e, source=entry.key) for e in said]
    kept = tuple(e for e in base.evidence if e.axis not in values)
    return replace(base, **values, qualifiers=(*base.qualifiers, *added), evidence=(*kept, *evidence))


@cache
def _of_seventh(meaning: str) -> tuple[dict[str, Any], tuple[str, ...], tuple[Evidence, ...]]:
    """What the words of a 7th character say: single values, qualifiers, and the evidence for both."""
    values, evidence = collected(list(closed_vocabularies(f", {meaning}")), "", f", {meaning}")
    turned = side(meaning)
    if turned is None and re.search(r"\bunspecified eye\b", meaning):
        turned = ("laterality", "unspecified", (0, len(meaning)))
    if turned:
        values["laterality"] = turned[1]
        evidence.append(Evidence(axis="laterality", value=turned[1], source="", words=meaning))
    added = tuple(values.pop("qualifiers", ()))
    if not values and not added:
        added = (meaning,)
        evidence.append(Evidence(axis="qualifiers", value=meaning, source="", words=meaning))
    return values, added, tuple(evidence)
