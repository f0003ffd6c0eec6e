"""Chooses the statements that are true of an entry, from the most specific to the most general, nothing twice.

Worked example: on C93.32 the pack `jmml` says first what JMML is; then comes what is limited to "in relapse", then the
rest of `jmml`; then come the overlay for relapse (less what `jmml` says on the same topic) and leukemia in general.
Statements about a kind of entry fill only the sections that nothing more specific fills, unless they say `always`.
What a part of the body is and does is said where nothing is written about the very condition.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import attrgetter, itemgetter, or_

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
    return _Standing(subject).meets(condition)


class _Standing:
    """A subject as thousands of conditions are held against it: each thing looked up once."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._line = frozenset((subject.key, *subject.above))
        self._values: dict[str, frozenset[str]] = {}

    def meets(self, condition: Condition) -> bool:
        """Whether a condition is true of the subject."""
        if condition.entries and self._line.isdisjoint(condition.entries):
            return False
        if condition.without and not self._line.isdisjoint(condition.without):
            return False
        return all(not self._of(axis).isdisjoint(values) for axis, values in condition.facets)

    def _of(self, axis: str) -> frozenset[str]:
        found = self._values.get(axis)
        if found is None:
            found = self._values[axis] = _values(self._subject, axis)
        return found


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
    """Chooses from one library, in two steps, since a hundred thousand entries differ in little.

    Where an entry stands (its line, processes, sites, kind and stage) says which packs and statements may hold at all;
    what its facets say beside that, its state, decides among those few. Entries that nothing tells apart that is asked
    there share one choice, and choices that say the same are one.
    """

    def __init__(self, library: Library) -> None:
        conditions = [c for p in library.packs for c in (p.applies, *(s.when for s in p.statements))]
        self._named = frozenset(e for c in conditions for e in (*c.entries, *c.without))
        self._asked_processes = _asked(conditions, "process")
        self._asked_sites = _asked(conditions, "sites")
        self._states = _States(conditions)
        self._packs = _Shelf(library.packs, self._states)
        self._places: dict[tuple[object, ...], _Place] = {}
        self._own = frozenset(
            id(s)
            for p in library.packs
            for s in p.statements
            if s.scope is Scope.CODE and (s.when.entries or p.applies.entries)
        )
        self._told: dict[tuple[int, ...], tuple[Statement, ...]] = {}
        self._made: dict[tuple[object, ...], Chosen] = {}

    def choose(self, subject: Subject) -> Chosen:
        """What the library has to say of a subject."""
        line = tuple(e for e in (subject.key, *subject.above) if e in self._named)
        processes = tuple(p for p in subject.processes if p in self._asked_processes)
        sites = tuple(s for s in subject.sites if s in self._asked_sites)
        mark = (line, processes, sites, subject.facets.kind, subject.stage)
        place = self._places.get(mark)
        if place is None:
            # Only entries, processes and sites that some condition names can matter: the choice is made from these.
            narrowed = replace(subject, key=line[0] if line else "", above=line[1:], processes=processes, sites=sites)
            place = self._places[mark] = _place(self._packs.that_may_hold(narrowed), narrowed)
        state = self._states.of(subject.facets) & place.asked
        found = place.made.get(state)
        if found is None:
            found = place.made[state] = self._chosen(place, state)
        return found

    def _chosen(self, place: "_Place", state: int) -> Chosen:
        found = [(*self._said_in(section, state), name) for name, section in place.sections.items()]
        sections = {name: kept for first, kept, name in sorted(found, key=itemgetter(0)) if first >= 0}
        given = {s.pack for kept in sections.values() for s in kept}
        packs = tuple(p for needs, p in place.packs if p.id in given and _met(needs, state))
        mark = (*map(id, sections.values()), None, *map(id, packs))
        return self._made.setdefault(mark, Chosen(sections=sections, packs=packs))

    def _said_in(self, section: "_SectionOf", state: int) -> tuple[int, tuple[Statement, ...]]:
        """Where a section's first statement stands among all (-1: nowhere), and its statements without repeats.

        The same statements are looked through for repeats once, and are then the same value.
        """
        state &= section.asked
        found = section.made.get(state)
        if found is None:
            shut = {needs for needs in section.needs if not _met(needs, state)}
            held = [(at, s) for at, needs, s in section.statements if needs not in shut]
            mark = tuple(id(s) for _, s in held)
            kept = self._told.get(mark)
            if kept is None:
                kept = tuple(_without_repeats([s for _, s in held], self._own))
                kept = self._told[mark] = self._told.setdefault(tuple(map(id, kept)), kept)
            found = section.made[state] = (held[0][0] if held else -1, kept)
        return found


_BY_PLACE = ("process", "sites", "kind")
"""The axes that belong to where an entry stands; all others are its state."""


def _asked(conditions: Iterable[Condition], axis: str) -> frozenset[str]:
    return frozenset(v for c in conditions for a, values in c.facets if a == axis for v in values)


def _met(needs: Iterable[int], state: int) -> bool:
    return all(map(state.__and__, needs))  # asked millions of times, and twice as fast as a generator


class _States:
    """The state of an entry as a number, with one bit for each value of a facet that some condition asks for."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        pairs = {(axis, v) for c in conditions for axis, values in c.facets if axis not in _BY_PLACE for v in values}
        self._bits: dict[str, dict[str, int]] = {}
        for n, (axis, value) in enumerate(sorted(pairs)):
            self._bits.setdefault(axis, {})[value] = 1 << n

    def of(self, facets: Facets) -> int:
        """The bits of what an entry has."""
        state = 0
        for axis, bits in self._bits.items():
            value = getattr(facets, axis)
            for each in value if isinstance(value, tuple) else (value,):
                state |= bits.get(each, 0)
        return state

    def halved(self, condition: Condition) -> tuple[Condition, tuple[int, ...]]:
        """What a condition asks of the place, and for each other axis the bits of which a state must have one."""
        placed = tuple((axis, values) for axis, values in condition.facets if axis in _BY_PLACE)
        needs = [(self._bits[axis], set(values)) for axis, values in condition.facets if axis not in _BY_PLACE]
        return replace(condition, facets=placed), tuple(sum(bits[v] for v in values) for bits, values in needs)


@dataclass(frozen=True, slots=True)
class _Offer:
    """A statement as its pack offers it: its rank on a page, and what it asks of the stage, the place and the state."""

    statement: Statement
    stages: tuple[Stage, ...]
    rank: tuple[bool, int]
    placed: Condition | None  # None where it asks for nothing
    needs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Shelved:
    """A pack with its place among all, what it asks of place and state, and what it offers.

    `asked` are the entries, processes and sites that its offers ask for: places that are alike in these are offered
    the same (`made`).
    """

    number: int
    pack: Pack
    placed: Condition
    needs: tuple[int, ...]
    offers: tuple[_Offer, ...]
    asked: frozenset[str]
    entries: frozenset[str]
    made: dict[tuple[object, ...], tuple[_Offer, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, number: int, pack: Pack, states: _States) -> "_Shelved":
        placed, needs = states.halved(pack.applies)
        offers = []
        for s in pack.statements:
            where, more = states.halved(s.when)
            # What the thing is opens its section, then what this code adds to it ("in relapse"), then the rest.
            rank = (s.topic != WHAT_IT_IS, _ORDER[s.scope])
            stages = tuple(stage for stage in Stage if fits_stage(s, stage))
            offers.append(_Offer(s, stages, rank, None if where == _ANYWHERE else where, (*needs, *more)))
        asked = [c for c in (offer.placed for offer in offers) if c is not None]
        named = (
            *(e for c in asked for e in (*c.entries, *c.without)),
            *(v for c in asked for _, vs in c.facets for v in vs),
        )
        return cls(number, pack, placed, needs, tuple(offers), frozenset(named), frozenset(pack.applies.entries))

    def offered(self, subject: Subject, standing: _Standing) -> tuple[_Offer, ...]:
        """What the pack offers where the subject stands, at its stage."""
        told = (subject.key, *subject.above), subject.processes, subject.sites
        mark = (subject.stage, subject.facets.kind, *(self.asked.intersection(line) for line in told if self.asked))
        found = self.made.get(mark)
        if found is None:
            found = self.made[mark] = tuple(
                offer
                for offer in self.offers
                if subject.stage in offer.stages and (offer.placed is None or standing.meets(offer.placed))
            )
        return found


_ANYWHERE = Condition()


class _Shelf:
    """Packs by what they ask for first, so that of hundreds only a few are looked at for one place."""

    def __init__(self, packs: Sequence[Pack], states: _States) -> None:
        self._by: dict[str, dict[str, list[_Shelved]]] = {axis: {} for axis in ("entries", *_BY_PLACE)}
        self._others: list[_Shelved] = []
        for number, pack in enumerate(packs):
            shelved = _Shelved.of(number, pack, states)
            wanted = {"entries": pack.applies.entries, **dict(pack.applies.facets)}
            axis = next((a for a in self._by if wanted.get(a)), None)
            if axis is None:
                self._others.append(shelved)
            for value in wanted[axis] if axis else ():
                self._by[axis or ""].setdefault(value, []).append(shelved)

    def that_may_hold(self, subject: Subject) -> list[_Shelved]:
        """The packs whose entries, process, site or kind the subject has, and those that ask for none, in order."""
        found = {s.number: s for s in self._others}
        lines = {
            "entries": (subject.key, *subject.above), "process": subject.processes, "sites": subject.sites,
            "kind": (subject.facets.kind,),
        }  # fmt: skip
        for axis, line in lines.items():
            for value in line:
                found.update((s.number, s) for s in self._by[axis].get(value, ()))
        return [found[i] for i in sorted(found)]


@dataclass(frozen=True, slots=True)
class _SectionOf:
    """What may stand in a section at one place, with its number there and what it asks of a state.

    `needs` is all that is asked, `asked` the bits of that; `made` is what was chosen by these.
    """

    statements: Sequence[tuple[int, tuple[int, ...], Statement]]
    needs: frozenset[tuple[int, ...]]
    asked: int
    made: dict[int, tuple[int, tuple[Statement, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Place:
    """What may be said of entries that stand alike: the packs, most specific first, and the sections."""

    packs: Sequence[tuple[tuple[int, ...], Pack]]
    sections: Mapping[str, _SectionOf]
    asked: int
    made: dict[int, Chosen] = field(default_factory=dict)


def _place(packs: Iterable[_Shelved], subject: Subject) -> _Place:
    standing = _Standing(subject)
    fitting = [p for p in packs if standing.meets(p.placed)]
    fitting.sort(key=lambda p: _specificity(p, subject))
    offers = [offer for p in fitting for offer in p.offered(subject, standing)]
    # Within a scope the sort keeps the order of the packs, then of the file.
    offers.sort(key=attrgetter("rank"))
    by_section: dict[str, list[tuple[int, tuple[int, ...], Statement]]] = {}
    for at, offer in enumerate(offers):
        by_section.setdefault(offer.statement.section, []).append((at, offer.needs, offer.statement))
    sections = {}
    for name, held in by_section.items():
        needs = frozenset(n for _, n, _ in held)
        sections[name] = _SectionOf(held, needs, _bits(needs))
    asked = _bits([*{p.needs for p in fitting}, *((s.asked,) for s in sections.values())])
    return _Place([(p.needs, p.pack) for p in fitting], sections, asked)


def _bits(needs: Iterable[tuple[int, ...]]) -> int:
    return reduce(or_, (bits for each in needs for bits in each), 0)


def _specificity(shelved: _Shelved, subject: Subject) -> tuple[int, int, int, int, int, str]:
    """Scope first; then a nearer entry, the narrower process, the narrower site, then more conditions before fewer."""
    line = (subject.key, *subject.above)
    pack = shelved.pack
    nearest = next((n for n, e in enumerate(line) if e in shelved.entries), len(line))
    narrow = _steps(pack, "process", subject.processes)
    near = _steps(pack, "sites", subject.sites)
    return _ORDER[pack.scope], nearest, narrow, near, -len(pack.applies.facets), pack.id


def _steps(pack: Pack, axis: str, line: tuple[str, ...]) -> int:
    """How many steps up the line the value stands that a pack asks for; all of them where it asks for none."""
    wanted = [v for a, values in pack.applies.facets if a == axis for v in values if v in line]
    return min(map(line.index, wanted)) if wanted else len(line)


_NEVER_ALONE = ("definition", "meaning", "get-help")
"""Sections in which what only one code adds is not enough: what the thing is, and all that needs help, is said, too."""


def _without_repeats(statements: Sequence[Statement], own: Collection[int]) -> Iterable[Statement]:
    # What a side, an episode or a part of the body adds says little by itself: it does not keep out the general
    # statements. A text about the very condition says itself what one must know of the part; so does one that a pack
    # of the condition has for a single code (its identity is in `own`).
    about = [
        s
        for s in statements
        if s.scope in (Scope.CONDITION, Scope.PROCESS) or (id(s) in own and s.section not in _NEVER_ALONE)
    ]
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
