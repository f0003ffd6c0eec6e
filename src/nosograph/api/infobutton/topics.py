"""Sub-topics by MeSH: which section of a page they lead to.

Worked example: Q000628, therapy, leads to `#treatment`; on the page of an external cause, which has no treatment, to no
section. Q000453, epidemiology, leads to the definition, where the pages say how common a thing is.
Source of the codes: MeSH qualifiers, and the descriptor of prognosis, as vendors' profiles of OpenInfobutton ask for
them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A sub-topic's name in MeSH, and the sections that answer it, the best first."""

    name: str
    sections: tuple[str, ...]


TOPICS: Mapping[str, Topic] = {
    "Q000175": Topic(name="diagnosis", sections=("tests",)),
    "Q000628": Topic(name="therapy", sections=("treatment",)),
    "Q000209": Topic(name="etiology", sections=("causes",)),
    "D011379": Topic(name="prognosis", sections=("outlook",)),
    "Q000453": Topic(name="epidemiology", sections=("definition", "meaning")),
    "Q000517": Topic(name="prevention & control", sections=("safety", "supportive-care")),
    "Q000451": Topic(name="nursing", sections=("supportive-care",)),
    "Q000150": Topic(name="complications", sections=("outlook", "symptoms")),
    "Q000503": Topic(name="physiopathology", sections=("definition", "meaning")),
    "Q000235": Topic(name="genetics", sections=("causes",)),
    "Q000178": Topic(name="diet therapy", sections=("supportive-care", "treatment")),
    "Q000534": Topic(name="rehabilitation", sections=("supportive-care", "treatment")),
    "Q000401": Topic(name="mortality", sections=("outlook",)),
}


def section_for(topic: str | None, sections: Collection[str]) -> str | None:
    """The section for a sub-topic, of those that a page has; None where none answers it."""
    known = TOPICS.get(topic or "")
    return next((name for name in known.sections if name in sections), None) if known else None
