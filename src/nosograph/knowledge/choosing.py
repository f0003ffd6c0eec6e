"""Chooses the statements that are true of an entry, from the most specific to the most general, nothing twice.

Worked example: on C93.32 the pack `jmml` says first what JMML is; then comes what is limited to "in relapse", then the
rest of `jmml`; then come the overlay for relapse (less what `jmml` says on the same topic) and leukemia in general.
Statements about a kind of entry fill only the sections that nothing more specific fills, unless they say `always`.
What a part of the body is and does is said where nothing is written about the very condition.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nosograph.facets.model import Facets
from nosograph.knowledge.model import Condition, Library, Pack, Scope, Stage, Statement
from nosograph.knowledge.staging import fits_stage

WHAT_IT_IS = "what-it-is"
_ORDER = {scope: i for i, scope in enumerate(Scope)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What statements are chosen for: the entry, everything above it (nearest first), its facets, processes and sites.

    `processes` are the process and all wider ones ("monocytic leukemia", "leukemia", "malignant neoplasm"), `sites` the
    main site and all that it is part of ("neck of femur", "femur"). `stage` is that of its 7th character.
    """

    key: str
    above: tuple[str, ...]
    facets: Facets
    processes: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    stage: Stage = Stage.FRESH


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chosen:
    """The statements by section, in order, and the packs that gave them, most specific first.

    Told apart by identity, so that what is made of a choice can be kept and found again without comparing its texts.
    """

    sections: Mapping[str, tuple[Statement, ...]]
    packs: tuple[Pack, ...]


def holds(condition: Condition, subject: Subject) -> bool:
    """Whether a condition is true of a subject."""
    line = (subject.key, *subject.above)
    if condition.entries and not any(e in line for e in condition.entries):
        return False
    if any(e in line for e in condition.without):
        return False
    return all(_has(subject, axis, values) for axis, values in condition.facets)


def _has(subject: Subject, axis: str, wanted: tuple[str, ...]) -> bool:
    return not _values(subject, axis).isdisjoint(wanted)


def _values(subject: Subject, axis: str) -> frozenset[str]:
    """What a subject has on an axis, as conditions name it."""
    if axis == "process":
        return frozenset(subject.processes)
    if axis == "sites":
        return frozenset(subject.sites)
    value = getattr(subject.facets, axis)
    if isinstance(value, tuple):
        return frozenset(value)
    return frozenset() if value is None else frozenset((str(value),))


class Chooser:
    """Chooses from one library. Entries that differ in nothing that any condition asks for share one choice."""

    def __init__(self, library: Library) -> None:
        conditions = [c for p in library.packs for c in (p.applies, *(s.when for s in p.statements))]
        self._named = frozenset(e for c in conditions for e in (*c.entries, *c.without))
        asked: dict[str, set[str]] = {}
        for axis, values in (f for c in conditions for f in c.facets):
            asked.setdefault(axis, set()).update(values)
        self._asked_processes = frozenset(asked.pop("process", ()))
        self._asked_sites = frozenset(asked.pop("sites", ()))
        self._asked = sorted((axis, frozenset(values)) for axis, values in asked.items())
        self._packs = _Shelf(library.packs)
        self._made: dict[tuple[object, ...], Chosen] = {}

    def choose(self, subject: Subject) -> Chosen:
        """What the library has to say of a subject."""
        line = tuple(e for e in (subject.key, *subject.above) if e in self._named)
        processes = tuple(p for p in subject.processes if p in self._asked_processes)
        sites = tuple(s for s in subject.sites if s in self._asked_sites)
        mark = (
            line,
            processes,
            sites,
            subject.stage,
            *(_values(subject, axis) & values for axis, values in self._asked),
        )
        found = self._made.get(mark)
        if found is None:
            # Only entries, processes and sites that some condition names can matter: the choice is made from these.
            narrowed = replace(subject, key=line[0] if line else "", above=line[1:], processes=processes, sites=sites)
            found = self._made[mark] = _choose(self._packs.that_may_hold(narrowed), narrowed)
        return found


class _Shelf:
    """Packs by what they ask for first, so that of hundreds only a few are looked at for one entry."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._by: dict[str, dict[str, list[tuple[int, Pack]]]] = {"entries": {}, "process": {}, "sites": {}}
        self._others: list[tuple[int, Pack]] = []
        for place in enumerate(packs):
            wanted = {"entries": place[1].applies.entries, **dict(place[1].applies.facets)}
            axis = next((a for a in self._by if wanted.get(a)), None)
            if axis is None:
                self._others.append(place)
            for value in wanted[axis] if axis else ():
                self._by[axis or ""].setdefault(value, []).append(place)

    def that_may_hold(self, subject: Subject) -> list[Pack]:
        """The packs whose entries, process or site the subject has, and those that ask for none, in their order."""
        found = dict(self._others)
        lines = {"entries": (subject.key, *subject.above), "process": subject.processes, "sites": subject.sites}
        for axis, line in lines.items():
            for value in line:
                found.update(self._by[axis].get(value, ()))
        return [found[i] for i in sorted(found)]


def _choose(packs: Iterable[Pack], subject: Subject) -> Chosen:
    fitting = sorted((p for p in packs if holds(p.applies, subject)), key=lambda p: _specificity(p, subject))
    statements = [s for p in fitting for s in p.statements if fits_stage(s, subject.stage) and holds(s.when, subject)]
    # What the thing is opens its section, then what this code adds to it ("in relapse"), then the rest; within a scope
    # the sort keeps the order of the packs, then of the file.
    statements.sort(key=lambda s: (s.topic != WHAT_IT_IS, _ORDER[s.scope]))
    sections: dict[str, tuple[Statement, ...]] = {}
    for section in dict.fromkeys(s.section for s in statements):
        sections[section] = tuple(_without_repeats([s for s in statements if s.section == section]))
    given = {s.pack for kept in sections.values() for s in kept}
    return Chosen(sections=sections, packs=tuple(p for p in fitting if p.id in given))


def _specificity(pack: Pack, subject: Subject) -> tuple[int, int, int, int, int, str]:
    """Scope first; then a nearer entry, the narrower process, the narrower site, then more conditions before fewer."""
    line = (subject.key, *subject.above)
    nearest = min((line.index(e) for e in pack.applies.entries if e in line), default=len(line))
    narrow = _steps(pack, "process", subject.processes)
    near = _steps(pack, "sites", subject.sites)
    return _ORDER[pack.scope], nearest, narrow, near, -len(pack.applies.facets), pack.id


def _steps(pack: Pack, axis: str, line: tuple[str, ...]) -> int:
    """How many steps up the line the value stands that a pack asks for; all of them where it asks for none."""
    wanted = [v for a, values in pack.applies.facets if a == axis for v in values]
    return min((line.index(v) for v in wanted if v in line), default=len(line))


def _without_repeats(statements: Sequence[Statement]) -> Iterable[Statement]:
    # What a side, an episode or a part of the body adds says little by itself: it does not keep out the general
    # statements. A text about the very condition says itself what one must know of the part.
    about = [s for s in statements if s.scope in (Scope.CONDITION, Scope.PROCESS)]
    told = any(s.scope is Scope.CONDITION for s in about)
    urgent = any(s.urgent for s in about)
    topics: dict[str, str] = {}
    texts: set[str] = set()
    for s in statements:
        if s.scope is Scope.KIND and about and (urgent or not s.always):
            continue
        if s.scope is Scope.SITE and told:
            continue
        if s.text in texts or (s.topic and topics.setdefault(s.topic, s.pack) != s.pack):
            continue
        texts.add(s.text)
        yield s
