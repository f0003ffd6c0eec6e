"""Which body a picture should show, from the words of the title and from where the entry stands.

The words decide first ("of newborn", "in childhood", "senile"), then the lexicon's places ("prostate" is a man's),
then an adult. Worked example: P07.30 shows a newborn, N40.1 a man, S72.001A an adult.
"""

import re

_WORDS = (
    (re.compile(r"\badults?\b", re.I), "adult"),  # before the child in "adult and child abuse"
    (re.compile(r"\b(newborn|neonatal|neonatorum|birth injury|of prematurity)\b", re.I), "newborn"),
    (re.compile(r"\b(infantile|infancy|infants?)\b", re.I), "infant"),
    (re.compile(r"\b(juvenile|childhood|child|children|pediatric|adolescen\w+)\b", re.I), "child"),
    (re.compile(r"\b(pregnan\w+|gestation\w*|childbirth|puerper\w+|maternal)\b", re.I), "pregnant"),
    (re.compile(r"\b(prostat\w+|testi\w+|penis|penile|scrot\w+|epididym\w+|spermat\w+|of male|male breast|, male)\b", re.I), "man"),
    (re.compile(r"\b(uter\w+|cervix uteri|ovar\w+|vagin\w+|vulv\w+|endometri\w+|menopaus\w+|menstru\w+|of female|female breast|, female)\b", re.I), "woman"),
    (re.compile(r"\b(senile|age-related|presbyopia|presbycusis)\b", re.I), "older"),
)  # fmt: skip
# In these a word above is about somebody else than the person in the picture, or about no age at all.
_NOT_THE_PERSON = re.compile(
    r"(family history|affected by|counsel|problems? related|parent-child|encounter for|contact with|abuse of child|"
    r"testing|perpetrator|cared for|test(?:s|ing)? )",
    re.IGNORECASE,
)


_ANY = re.compile("|".join(pattern.pattern for pattern, _ in _WORDS), re.IGNORECASE)


def figure_in_words(title: str) -> tuple[str, tuple[int, int]] | None:
    """The figure that the title's own words ask for, and their span."""
    if not _ANY.search(title) or _NOT_THE_PERSON.search(title):
        return None
    for pattern, figure in _WORDS:
        if match := pattern.search(title):
            return figure, match.span()
    return None
