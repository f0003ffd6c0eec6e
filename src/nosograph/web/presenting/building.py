"""The builder of injury codes: what it shows at a step, and which entry answers lead to."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from nosograph.atlas.model import Differences, Link
from nosograph.facets.listing import slug
from nosograph.web.presenting.links import row
from nosograph.web.presenting.model import Crumb, EntryLink

FIRST, LAST = "S00", "T34"
"""The injuries of one place, burns and frostbite among them: the categories that the builder begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to choose: its `name` in the address, its `heading`, and its `values` with the chosen one."""

    name: str
    heading: str
    values: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuilderPage:
    """One step: what has been said (`crumbs`, `here`), its `picture` with its words (`alt`), and what comes next.

    `groups` are lists of entries to choose from, by heading; or `questions` are asked. `told` says that no code has the
    answers that were given. `done` is true at a code that can be billed.
    """

    crumbs: tuple[Crumb, ...]
    here: EntryLink | None
    picture: str
    alt: str
    groups: tuple[tuple[str, tuple[EntryLink, ...]], ...] = ()
    questions: tuple[Question, ...] = ()
    told: str = ""
    done: bool = False


WHICH = "Which one?"
_HEADINGS = {"side": "Which side?", "site": "Which part?", "qualifier": "Which kind?", "severity": "How severe?"}


def step(key: str) -> str:
    """The address of the step at an entry."""
    return reverse("builder_at", args=[key])


def choice(link: Link, above: str = "") -> EntryLink:
    """An entry as a step of the builder; what it shares with the title `above` is left out."""
    shown = row(link)
    title = shown.title.removeprefix(f"{above}, ") if above else shown.title
    return EntryLink(href=step(link.key), code=shown.code, title=title, everyday=shown.everyday)


def questions(found: Differences, given: Mapping[str, str]) -> tuple[Question, ...]:
    """What is to be asked so that the entries are told apart, with the answers that were given."""
    out = []
    for place, heading in enumerate(found.headings):
        name = slug(heading)
        values = dict.fromkeys(words[place] for _, words in found.rows)
        chosen = given.get(name)
        out.append(
            Question(
                name=name, heading=_HEADINGS.get(name, heading),
                values=tuple((slug(v) or "none", v or "Not said", chosen == (slug(v) or "none")) for v in values),
            )
        )  # fmt: skip
    return tuple(out)


def answered(found: Differences, given: Mapping[str, str]) -> str | None:
    """The key of the entry with the answers that were given; None where none or several have them."""
    names = [slug(heading) for heading in found.headings]
    said = {n: given[name] for n, name in enumerate(names) if name in given}
    fitting = [link.key for link, words in found.rows if all((slug(words[n]) or "none") == v for n, v in said.items())]
    return fitting[0] if len(fitting) == 1 else None
