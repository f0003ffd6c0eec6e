"""Chooses the statements that are true of an entry, from the most specific to the most general, nothing twice.

Worked example: on C93.32 the pack `jmml` says first what JMML is; then comes what is limited to "in relapse", then the
rest of `jmml`; then come the overlay for relapse (less what `jmml` says on the same topic) and leukemia in general.
Statements about a kind of entry fill only the sections that nothing more specific fills, unless they say `always`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nosograph.facets.model import Facets
from nosograph.knowledge.model import Condition, Library, Pack, Scope, Statement

WHAT_IT_IS = "what-it-is"
_ORDER = {scope: i for i, scope in enumerate(Scope)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What statements are chosen for: the entry, everything above it (nearest first), its facets, and its processes.

    `processes` are the process and all wider ones ("monocytic leukemia", "leukemia", "malignant neoplasm").
    """

    key: str
    above: tuple[str, ...]
    facets: Facets
    processes: tuple[str, ...] = ()


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
    if axis == "process":
        return any(p in wanted for p in subject.processes)
    value = getattr(subject.facets, axis)
    if axis == "sites":
        return any(site.id in wanted for site in value)
    if isinstance(value, tuple):
        return any(v in wanted for v in value)
    return value is not None and str(value) in wanted


class Chooser:
    """Chooses from one library. Entries that differ in nothing that any condition asks for share one choice."""

    def __init__(self, library: Library) -> None:
        self._packs = library.packs
        conditions = [c for p in library.packs for c in (p.applies, *(s.when for s in p.statements))]
        self._named = frozenset(e for c in conditions for e in (*c.entries, *c.without))
        self._axes = sorted({axis for c in conditions for axis, _ in c.facets} - {"process"})
        self._made: dict[tuple[object, ...], Chosen] = {}

    def choose(self, subject: Subject) -> Chosen:
        """What the library has to say of a subject."""
        line = tuple(e for e in (subject.key, *subject.above) if e in self._named)
        mark = (line, subject.processes, *(getattr(subject.facets, axis) for axis in self._axes))
        found = self._made.get(mark)
        if found is None:
            # Only entries that some condition names can matter, so the choice is made from these alone.
            narrowed = replace(subject, key=line[0] if line else "", above=line[1:])
            found = self._made[mark] = _choose(self._packs, narrowed)
        return found


def _choose(packs: Iterable[Pack], subject: Subject) -> Chosen:
    fitting = sorted((p for p in packs if holds(p.applies, subject)), key=lambda p: _specificity(p, subject))
    statements = [s for p in fitting for s in p.statements if holds(s.when, subject)]
    # What the thing is opens its section, then what this code adds to it ("in relapse"), then the rest; within a scope
    # the sort keeps the order of the packs, then of the file.
    statements.sort(key=lambda s: (s.topic != WHAT_IT_IS, _ORDER[s.scope]))
    sections: dict[str, tuple[Statement, ...]] = {}
    for section in dict.fromkeys(s.section for s in statements):
        sections[section] = tuple(_without_repeats([s for s in statements if s.section == section]))
    given = {s.pack for kept in sections.values() for s in kept}
    return Chosen(sections=sections, packs=tuple(p for p in fitting if p.id in given))


def _specificity(pack: Pack, subject: Subject) -> tuple[int, int, int, int, str]:
    """Scope first; then a nearer entry, then the narrower process, then more conditions before fewer."""
    line = (subject.key, *subject.above)
    nearest = min((line.index(e) for e in pack.applies.entries if e in line), default=len(line))
    wanted = [v for axis, values in pack.applies.facets if axis == "process" for v in values]
    narrow = min((subject.processes.index(v) for v in wanted if v in subject.processes), default=len(subject.processes))
    return _ORDER[pack.scope], nearest, narrow, -len(pack.applies.facets), pack.id


def _without_repeats(statements: Sequence[Statement]) -> Iterable[Statement]:
    # What a side or an episode adds says little by itself, so it does not keep out the general statements.
    about = [s for s in statements if s.scope in (Scope.CONDITION, Scope.PROCESS, Scope.SITE)]
    urgent = any(s.urgent for s in about)
    topics: dict[str, str] = {}
    texts: set[str] = set()
    for s in statements:
        if s.scope is Scope.KIND and about and (urgent or not s.always):
            continue
        if s.text in texts or (s.topic and topics.setdefault(s.topic, s.pack) != s.pack):
            continue
        texts.add(s.text)
        yield s
