"""From what stands in a title, and what the entry above has, to the values of the open axes: sites, process, agent,
course, severity, life period and qualifiers.

The rules, as a doctor reads:

- What the title is about gives site and process. "With" and "due to" name a second condition or a cause, which give a
  site only where the title's own condition has none (diabetes with retinopathy is seen in the retina).
- A child that names no site, process or agent has its parent's; so has a child that only repeats it in wider words.
- Of sites of which one is part of the other only the part is kept; of processes the narrower one.
- An agent may stand anywhere but after "without".
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from nosograph.facets.reading import HEAD, Found, Reading
from nosograph.lexicons.model import Lexicons

_PRESENT = (HEAD, "with", "cause", "setting")
_MOST_SITES = 4
_COLLISION = "collision"
_ADJECTIVE = re.compile(r"(?:(?<!withdraw)(?<!remov)al|(?<!col)(?<!pan)ic|ous|ive|ary|oid|ed)$", re.IGNORECASE)


class _InTree(Protocol):
    @property
    def parent(self) -> str | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A value that the title says, its words, and whether they are the next of a list."""

    id: str
    words: str
    listed: bool = False


def narrower(ident: str, other: str, parents: Mapping[str, str | None]) -> bool:
    """Whether `ident` lies below `other` in the tree that `parents` describes."""
    above = parents.get(ident)
    while above is not None and above != other:
        above = parents.get(above)
    return above is not None


def parents_of(terms: Mapping[str, _InTree]) -> dict[str, str | None]:
    """The tree of processes or agents, by id."""
    return {ident: term.parent for ident, term in terms.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """What lies below what, for sites, processes and agents."""

    sites: Mapping[str, str | None]
    processes: Mapping[str, str | None]
    agents: Mapping[str, str | None]

    @classmethod
    def of(cls, lexicons: Lexicons) -> "Trees":
        return cls(
            sites={s.id: s.part_of for s in lexicons.sites.values()},
            processes=parents_of(lexicons.processes),
            agents=parents_of(lexicons.agents),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SitesSaid:
    """The sites that a title says, and whether they are `borrowed` from what only comes with its condition."""

    sites: tuple[Said, ...] = ()
    borrowed: bool = False


def sites_said(reading: Reading, lexicons: Lexicons, trees: Trees) -> SitesSaid:
    """The sites of what the title is about, the most specific and first named first; none where it names none."""
    for borrowed, group in _site_groups(reading, lexicons, trees.sites):
        if group:
            return SitesSaid(sites=_only_parts(group, trees.sites)[:_MOST_SITES], borrowed=borrowed)
    return SitesSaid()


def _site_groups(
    reading: Reading, lexicons: Lexicons, parents: Mapping[str, str | None]
) -> Iterable[tuple[bool, list[Said]]]:
    """Candidates, the better group first: named for the condition, implied by it, named for what comes with it."""
    head = [_said(f) for f in reading.of("sites", HEAD)]
    after_comma = [_said(f) for f in reading.of("sites", "cause", "setting", "with", "without") if f.after_break]
    setting = [_said(f) for f in reading.of("sites", "setting") if not f.after_break]
    implied = _implied(reading.of("conditions", HEAD), lexicons)
    named = [*head, *after_comma]
    # "Chondromalacia patellae, left knee": what the condition implies is the narrower place within the named one.
    yield False, [*(i for i in implied if any(narrower(i.id, n.id, parents) for n in named)), *named]
    if not any(reading.of("conditions", "setting")) and not any(reading.of("processes", "setting")):
        yield False, setting
    yield False, implied
    yield True, setting
    yield (
        True,
        [*(_said(f) for f in reading.of("sites", "with")), *_implied(reading.of("conditions", "with"), lexicons)],
    )
    yield (
        True,
        [*(_said(f) for f in reading.of("sites", "cause")), *_implied(reading.of("conditions", "setting"), lexicons)],
    )


def _implied(conditions: Iterable[Found], lexicons: Lexicons) -> list[Said]:
    return [Said(id=site, words=f.words) for f in conditions for site in lexicons.conditions[f.id].sites]


def _said(found: Found) -> Said:
    return Said(id=found.id, words=found.words, listed=found.listed)


def _only_parts(said: Sequence[Said], parents: Mapping[str, str | None]) -> tuple[Said, ...]:
    """Each once, and none that another is part of, unless "and" sets the two side by side."""
    once = {s.id: s for s in reversed(said)}
    ordered = [once[ident] for ident in dict.fromkeys(s.id for s in said)]
    return tuple(
        s for s in ordered if not any(narrower(o.id, s.id, parents) and not (o.listed or s.listed) for o in ordered)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """What an entry may take from the one above it.

    `sites`, `process` and `agent` are the parent's; `named` is all that its title names on these axes; `borrowed`
    is whether its sites are those of what comes with its condition. A `heading` is a chapter or block, which lists what
    it holds.
    """

    sites: tuple[str, ...] = ()
    process: str | None = None
    agent: str | None = None
    named: frozenset[str] = frozenset()
    borrowed: bool = False
    heading: bool = False


def named_in(reading: Reading, lexicons: Lexicons) -> frozenset[str]:
    """All sites, processes and agents that a title names, in whatever part of it."""
    out: set[str | None] = {f.id for f in reading.found if f.axis in ("sites", "processes", "agents")}
    for f in reading.of("conditions"):
        term = lexicons.conditions[f.id]
        out |= {*term.sites, term.process, term.agent}
    return frozenset(i for i in out if i)


def sites_of(own: SitesSaid, parent: Parent, trees: Trees) -> tuple[str, ...]:
    """The entry's sites: its own; its parent's where it has none, or where its own only say them in wider words.

    What is borrowed counts as its own only where the parent's is borrowed as well, or the parent has none.
    """
    ids = tuple(s.id for s in own.sites)
    if not ids or (own.borrowed and parent.sites and not parent.borrowed):
        return parent.sites
    if parent.heading or set(ids) & set(parent.sites):
        return ids  # a heading lists what it holds; of what the parent names the child has chosen some
    covered = [p for p in parent.sites if any(p == i or narrower(p, i, trees.sites) for i in ids)]
    if len(covered) < len(parent.sites):
        return ids
    return parent.sites if covered and all(_repeats(i, parent.sites, parent, trees.sites) for i in ids) else ids


def _repeats(ident: str, theirs: Sequence[str], parent: Parent, parents: Mapping[str, str | None]) -> bool:
    """Whether a title's word only says in wider words what its parent says.

    Where the parent lists things, or names this very word beside a narrower one, the child has chosen it.
    """
    if ident in theirs:
        return True
    chosen = ident in parent.named and parent.named.issuperset(theirs)
    return not parent.heading and not chosen and any(narrower(other, ident, parents) for other in theirs)


def process_said(reading: Reading, lexicons: Lexicons, trees: Trees, *, heading: bool) -> Said | None:
    """The process of what the title is about. A `heading` lists several; the first is the widest or most common."""
    for roles in ((HEAD,), ("setting",), ("with",)):
        found = _named(reading, "process", roles, lexicons)
        # "Ischemic cardiomyopathy": the noun is what goes wrong, the adjective says of what sort it is.
        nouns = [s for s in found if not _ADJECTIVE.search(s.words)]
        if found:
            return (nouns or found)[0] if heading else _narrowest(nouns or found, trees.processes)
    return None


def _named(reading: Reading, axis: str, roles: tuple[str, ...], lexicons: Lexicons) -> list[Said]:
    """What these parts of the title name on an axis ("process", "agent"), by its own word or within a condition's."""
    table = {"process": "processes", "agent": "agents"}[axis]
    out = []
    for f in reading.found:
        if f.role in roles and f.axis == table:
            out.append(_said(f))
        elif f.role in roles and f.axis == "conditions" and (value := getattr(lexicons.conditions[f.id], axis)):
            out.append(Said(id=value, words=f.words, listed=f.listed))
    return out


def _narrowest(said: Sequence[Said], parents: Mapping[str, str | None]) -> Said:
    """The first; or, where a later one is a kind of it and not the next of a list, that."""
    chosen = said[0]
    for other in said[1:]:
        if not other.listed and narrower(other.id, chosen.id, parents):
            chosen = other
    return chosen


def agent_said(reading: Reading, lexicons: Lexicons, trees: Trees) -> Said | None:
    """The agent that the title names first, or a kind of it that it names later.

    In a collision it is what the person was hit by ("collision with"), not what they rode in.
    """
    if any(f.id == _COLLISION or narrower(f.id, _COLLISION, trees.processes) for f in reading.of("processes")):
        for f in reading.of("agents", "with"):
            return _said(f)
    found = _named(reading, "agent", _PRESENT, lexicons)
    return _narrowest(found, trees.agents) if found else None


def one_of(
    own: Said | None, theirs: str | None, parent: Parent, parents: Mapping[str, str | None]
) -> tuple[str | None, bool]:
    """The value of an axis with one value, and whether it is the title's own."""
    if own is None:
        return theirs, False
    if theirs is not None and own.id != theirs and _repeats(own.id, (theirs,), parent, parents):
        return theirs, False
    return own.id, True


def values_said(reading: Reading, axis: str, lexicons: Lexicons) -> Iterable[Said]:
    """The values of course, severity, life period or qualifier that the title says.

    A course is that of what the title is about: "following acute infarction" says nothing of the complication's own.
    """
    table = {"courses": "course", "life_periods": "life_period"}
    for f in reading.found:
        if axis == "courses" and f.role != HEAD and not f.after_break:
            continue
        if f.axis == axis:
            yield Said(id=f.id if f.role != "without" or f.after_break else f"without {f.id}", words=f.words)
        elif f.axis == "conditions" and axis in table and (value := getattr(lexicons.conditions[f.id], table[axis])):
            yield Said(id=value, words=f.words)
