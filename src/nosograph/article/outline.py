"""Which sections the page of each kind of entry has, in order, under which headings.

A disease has an outlook; an external cause (struck by an orca) and a circumstance (a Z code) have none; a symptom is
itself a symptom. What was felt at first, and what may remain, have headings of their own. `EMPTY`
is said where nothing is known yet, instead of padding.
"""

from collections.abc import Mapping

from nosograph.facets.model import Kind
from nosograph.knowledge.model import Stage

Outline = tuple[tuple[str, str], ...]

_DISEASE: Outline = (
    ("definition", "What it is"),
    ("causes", "Causes"),
    ("symptoms", "Symptoms"),
    ("tests", "Tests"),
    ("outlook", "Outlook"),
    ("supportive-care", "Supportive care"),
    ("get-help", "When to get help"),
    ("treatment", "Treatment"),
    ("questions", "Questions to ask the care team"),
)
_INJURY: Outline = (
    ("definition", "What this injury is"),
    ("causes", "How it happens"),
    ("symptoms", "What it can feel and look like"),
    ("tests", "Tests"),
    ("outlook", "Healing and outlook"),
    ("supportive-care", "Care while it heals"),
    ("get-help", "When to get help"),
    ("treatment", "Treatment"),
    ("questions", "Questions to ask the care team"),
)
_POISONING: Outline = (
    ("definition", "What this means"),
    ("causes", "How it happens"),
    *_DISEASE[2:],
)
_SYMPTOM: Outline = (
    ("definition", "What it is"),
    ("causes", "What can be behind it"),
    ("tests", "Tests"),
    ("supportive-care", "What can ease it"),
    ("get-help", "When to get help"),
    ("treatment", "Treatment"),
    ("questions", "Questions to ask the care team"),
)
_CAUSE: Outline = (
    ("meaning", "What this code records"),
    ("when-used", "When it is used"),
    ("safety", "Staying safe"),
    ("get-help", "When to get help"),
    ("questions", "Questions to ask"),
)
_CIRCUMSTANCE: Outline = (
    ("meaning", "What this code records"),
    ("when-used", "When it is used"),
    ("supportive-care", "What can help"),
    ("get-help", "When to get help"),
    ("questions", "Questions to ask the care team"),
)
_OTHER: Outline = (
    ("definition", "What it is"),
    ("when-used", "When this code is used"),
    ("symptoms", "What may be noticed"),
    ("tests", "Tests"),
    ("get-help", "When to get help"),
    ("treatment", "Treatment"),
    ("questions", "Questions to ask the care team"),
)
_PREGNANCY: Outline = (
    ("definition", "What it is"),
    ("causes", "Causes"),
    ("symptoms", "Symptoms"),
    ("tests", "Tests"),
    ("outlook", "Outlook for parent and baby"),
    *_DISEASE[5:],
)

OUTLINES: Mapping[Kind, Outline] = {
    Kind.DISEASE: _DISEASE,
    Kind.NEOPLASM: _DISEASE,
    Kind.INFECTION: _DISEASE,
    Kind.CONGENITAL: _DISEASE,
    Kind.PERINATAL: _DISEASE,
    Kind.MENTAL: _DISEASE,
    Kind.PREGNANCY: _PREGNANCY,
    Kind.INJURY: _INJURY,
    Kind.POISONING: _POISONING,
    Kind.SYMPTOM_OR_FINDING: _SYMPTOM,
    Kind.EXTERNAL_CAUSE: _CAUSE,
    Kind.HEALTH_STATUS: _CIRCUMSTANCE,
    Kind.OTHER: _OTHER,
}

_HEALING = {
    "symptoms": "What it can feel and look like at first",
}
_LEFT_BEHIND = {
    "definition": "What this means",
    "causes": "How it began",
    "symptoms": "What may remain",
    "outlook": "Outlook",
    "supportive-care": "What can help",
}
_HEADINGS = {
    (Kind.INJURY, Stage.HEALING): _HEALING,
    (Kind.POISONING, Stage.HEALING): _HEALING,
    (Kind.INJURY, Stage.LEFT_BEHIND): _LEFT_BEHIND,
    (Kind.POISONING, Stage.LEFT_BEHIND): _LEFT_BEHIND,
}


def outline_of(kind: Kind, stage: Stage) -> Outline:
    """The sections of a page, each with its heading, at a stage of an injury or a poisoning."""
    headings = _HEADINGS.get((kind, stage), {})
    return tuple((section, headings.get(section, heading)) for section, heading in OUTLINES[kind])


EMPTY = "Nothing with a source is written here yet. The care team can tell what is known about this."

# Statements of these sections fit another one where the outline of a kind lacks theirs.
STAND_IN: Mapping[str, tuple[str, ...]] = {
    "definition": ("meaning",),
    "meaning": ("definition",),
    "outlook": ("definition", "meaning"),
    "symptoms": ("definition", "meaning"),
    "causes": ("when-used",),
    "when-used": ("meaning", "definition"),
    "tests": ("when-used", "meaning"),
    "supportive-care": ("safety", "meaning", "definition"),
    "safety": ("supportive-care",),
}
