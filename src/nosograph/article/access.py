"""What a reader may get of an article. What is for members is absent from what others are sent, not hidden.

Worked example: of the treatment section others get the statements marked as its opening (the first one where none is
marked) and `cut` is true; members get it whole. "When to get help" is never for members only.
"""

from dataclasses import dataclass, replace

from nosograph.article.model import Article, Section
from nosograph.errors import BadInput

MEMBERS_DEFAULT = frozenset({"treatment"})
_GATEABLE = frozenset(
    {"definition", "causes", "symptoms", "tests", "outlook", "supportive-care", "treatment", "questions", "meaning",
     "when-used", "safety"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenSection:
    """A section as one reader gets it: `cut` where members get more, `for_members` where it has such a rest."""

    section: Section
    for_members: bool
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenArticle:
    """An article as one reader gets it: only what that reader may get is in it."""

    article: Article
    sections: tuple[SeenSection, ...]


def members_only(setting: str) -> frozenset[str]:
    """The sections that a setting keeps for members: names with commas between, or "none".

    Raises BadInput for an unknown section, and for `get-help`, which everyone must be able to read.
    """
    names = frozenset(n.strip() for n in setting.split(",") if n.strip())
    if names == {"none"}:
        return frozenset()
    for name in sorted(names - _GATEABLE):
        raise BadInput(
            f"section {name!r} cannot be kept for members; choose from {', '.join(sorted(_GATEABLE))}, or none"
        )
    return names


def as_seen_by(article: Article, *, member: bool, members_only: frozenset[str]) -> SeenArticle:
    """The article as a member or a visitor gets it."""
    seen = tuple(_seen(s, member=member, gated=s.id in members_only) for s in article.sections)
    return SeenArticle(article=replace(article, sections=tuple(s.section for s in seen)), sections=seen)


def _seen(section: Section, *, member: bool, gated: bool) -> SeenSection:
    if not gated or len(section.statements) == 0:
        return SeenSection(section=section, for_members=False, cut=False)
    opening = tuple(s for s in section.statements if s.opening) or section.statements[:1]
    more = len(opening) < len(section.statements)
    if member or not more:
        return SeenSection(section=section, for_members=more, cut=False)
    return SeenSection(section=replace(section, statements=opening), for_members=True, cut=True)
