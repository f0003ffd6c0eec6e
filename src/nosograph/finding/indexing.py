"""Makes the index of a release: names by their words, entries by their surroundings, groups of sides, commonness.

Surroundings are what an entry has from those above it and from its facets: a fall from a ladder stands under falls,
and "kidney" finds what is marked as such though its title says "renal".
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from nosograph.facets.model import Facets
from nosograph.finding.index import SIDES, WIDER, Index, Numbers, Postings, Small, Weights
from nosograph.finding.naming import Name, names_of
from nosograph.finding.words import EMPTY, stem_of, stems_of, words_of
from nosograph.icd10cm.model import Entry, Level, Release
from nosograph.knowledge.model import Library
from nosograph.lexicons.model import Lexicons
from nosograph.lexicons.said import BANDS

# Words that many titles have and few queries mean: how much of their weight they keep.
_LIGHT = {
    0.15: "other unspecified specified not with without site type form",
    0.4: "disease disorder syndrome condition complication problem abnormal abnormality acute chronic encounter due "
    "status primary secondary part level region structure associated related caused",
}
_SHARE = {stem_of(word): share for share, words in _LIGHT.items() for word in words.split()}
_LONGEST_PHRASE = 6
_NEAR, _FAR = (75, 60), (85, 70, 55, 40)  # shares of surroundings: names of those above; values of facets by steps


def make_index(
    release: Release, facets: Mapping[str, Facets], library: Library, lexicons: Lexicons, more: Iterable[Name] = ()
) -> tuple[Index, list[Name]]:
    """The index, and the names in its order. `more` are names beside those of release, packs and lexicons."""
    keys = [e.key for e in release if not e.base]
    numbers = {key: n for n, key in enumerate(keys)}
    told = _without_repeats(n for n in (*names_of(release, library, lexicons), *more) if n.key in numbers)
    pairs = sorted(told, key=lambda pair: (numbers[pair[0].key], pair[0].kind))
    names = [name for name, _ in pairs]
    stems = [frozenset(map(stem_of, words)) - EMPTY for _, words in pairs]
    name_entries = np.array([numbers[name.key] for name in names], dtype=np.int32)
    firsts = np.searchsorted(name_entries, np.arange(len(keys))).astype(np.int32)
    own: list[set[str]] = [set() for _ in keys]
    for name, found in zip(names, stems, strict=True):
        own[numbers[name.key]] |= found
    around = [_around(key, numbers, own, release, facets[key], lexicons) for key in keys]
    phrases = _phrases(lexicons)
    tokens = sorted({t for found in stems for t in found} | {t for found in around for t in found})
    places = {token: n for n, token in enumerate(tokens)}
    context = _postings(places, around)
    weights = _weights(tokens, context, len(keys))
    words: dict[str, int] = defaultdict(int)
    for _, spelled in pairs:
        for word in set(spelled):
            words[word] += 1
    kept = sorted(w for w in words if stem_of(w) in places)
    groups, sides = _groups(keys, numbers, release, facets, lexicons)
    index = Index(
        keys=keys,
        tokens=tokens,
        weights=weights,
        names=_postings(places, [dict.fromkeys(found, 100) for found in stems]),
        context=context,
        name_entries=name_entries,
        name_kinds=np.array([name.kind for name in names], dtype=np.uint8),
        firsts=firsts,
        totals=np.array([sum(weights[places[t]] for t in sorted(found)) for found in stems], dtype=np.float32),
        words=kept,
        word_stems=np.array([places[stem_of(w)] for w in kept], dtype=np.int32),
        word_counts=np.array([words[w] for w in kept], dtype=np.int32),
        phrases={phrase: sorted(found) for phrase, found in sorted(phrases.items())},
        synonyms=_said(lexicons, one_word=True),
        rewrites=_said(lexicons, one_word=False),
        groups=groups,
        sides=sides,
        bands=np.array([_band(key, lexicons) for key in keys], dtype=np.uint8),
        depths=np.array([_depth(release.entries[key]) for key in keys], dtype=np.uint8),
    )
    return index, names


def _depth(entry: Entry) -> int:
    """How far down: chapters, blocks, categories (3 characters), and what is below by its characters."""
    return {Level.CHAPTER: 1, Level.BLOCK: 2}.get(entry.level, len(entry.key))


def _band(key: str, lexicons: Lexicons) -> int:
    row = lexicons.commonness.get(key[:3]) if "-" not in key else None
    return BANDS.index(row.band if row else "rare")


def _without_repeats(names: Iterable[Name]) -> Iterator[tuple[Name, list[str]]]:
    """Each name with its words, once for an entry."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for name in names:
        words = words_of(name.text)
        mark = (name.key, tuple(map(stem_of, words)))
        if words and mark not in seen:
            seen.add(mark)
            yield name, words


def _around(
    key: str, numbers: Mapping[str, int], own: Sequence[set[str]], release: Release, facets: Facets, lexicons: Lexicons
) -> dict[str, int]:
    """The tokens of an entry and its surroundings, each with its share."""
    found = dict.fromkeys(own[numbers[key]], 100)
    above = release.entries[key].parent
    step = 0
    while above is not None and release.entries[above].level not in (Level.CHAPTER, Level.BLOCK):
        for token in own[numbers[above]]:
            found.setdefault(token, _NEAR[min(step, 1)])
        above, step = release.entries[above].parent, step + 1
    for token, share in _known(facets, lexicons):
        found[token] = max(found.get(token, 0), share)
    return found


def _known(facets: Facets, lexicons: Lexicons) -> Iterator[tuple[str, int]]:
    """What the facets know of process, sites and agents, and of all that is wider, by axis and id."""
    lines = []
    if facets.process:
        lines.append(("process", lexicons.process_lines[lexicons.process_labels[facets.process]]))
    lines += [("site", lexicons.site_lines[site.id]) for site in facets.sites]
    for label in (facets.agent or "").split(", "):
        lines.append(("agent", _agents(lexicons.agent_labels.get(label), lexicons)))
    for axis, line in lines:
        for step, ident in enumerate(line):
            yield f"{axis}:{ident}", _FAR[min(step, len(_FAR) - 1)]


def _agents(ident: str | None, lexicons: Lexicons) -> tuple[str, ...]:
    line: list[str] = []
    while ident:
        line.append(ident)
        ident = lexicons.agents[ident].parent
    return tuple(line)


def _phrases(lexicons: Lexicons) -> dict[str, set[str]]:
    """What the lexicons call their sites, processes and agents, as stems, and the tokens that it leads to."""
    found: dict[str, set[str]] = {}
    for axis, terms in (("site", lexicons.sites), ("process", lexicons.processes), ("agent", lexicons.agents)):
        for ident, term in terms.items():
            for text in (term.label, term.everyday, *(w.text for w in term.words)):
                stems = stems_of(text)
                if stems and len(stems) <= _LONGEST_PHRASE and not EMPTY.issuperset(stems):
                    found.setdefault(" ".join(stems), set()).add(f"{axis}:{ident}")
                    if axis == "agent":
                        wider = _agents(ident, lexicons)[1:]
                        found[" ".join(stems)].update(f"{WIDER}{axis}:{agent}" for agent in wider)
    return found


def _said(lexicons: Lexicons, *, one_word: bool) -> dict[str, list[str]]:
    """What people say, as stems, and what it means: stems where the meaning is one word, else the words."""
    found: dict[str, list[str]] = {}
    for term in lexicons.said.values():
        said = stems_of(term.said)
        means = [(meaning, stems) for meaning in term.means if (stems := stems_of(meaning)) != said]
        if one_word:
            kept = [stems[0] for _, stems in means if len(stems) == 1]
        else:
            # Where one meaning has several words, all are asked in its place, those of one word among them.
            kept = [meaning for meaning, _ in means] if any(len(stems) > 1 for _, stems in means) else []
        if kept:
            found.setdefault(" ".join(said), []).extend(kept)
    return dict(sorted(found.items()))


def _postings(places: Mapping[str, int], rows: Sequence[Mapping[str, int]]) -> Postings:
    found: list[list[int]] = [[] for _ in places]
    shares: list[list[int]] = [[] for _ in places]
    for row, tokens in enumerate(rows):
        for token, share in tokens.items():
            found[places[token]].append(row)
            shares[places[token]].append(share)
    starts = np.cumsum([0, *(len(f) for f in found)], dtype=np.int32)
    return Postings(
        starts=starts,
        rows=np.array([r for f in found for r in f], dtype=np.int32),
        shares=np.array([s for f in shares for s in f], dtype=np.uint8),
    )


def _weights(tokens: Sequence[str], context: Postings, entries: int) -> Weights:
    """How telling a token is: by the entries that have it themselves (inverse document frequency)."""
    out = np.zeros(len(tokens), dtype=np.float32)
    for n, token in enumerate(tokens):
        rows, _ = context.of(n)
        out[n] = math.log(1 + (entries - len(rows) + 0.5) / (len(rows) + 0.5)) * _SHARE.get(token, 1.0)
    return out


_SIDE_WORDS = frozenset(["right", "left", "bilateral", "both", "unspecified", "side", "sides"])
_MORE_SIDED = frozenset(map(stem_of, ["side", "limb", "extremity", "extremities", "leg", "arm", "dominant"]))


def _groups(
    keys: Sequence[str], numbers: Mapping[str, int], release: Release, facets: Mapping[str, Facets], lexicons: Lexicons
) -> tuple[Numbers, Small]:
    """Entries that differ in a side alone, by the one that stands for them: what is above, or the one without side."""
    sides = np.array([SIDES.index(facets[key].laterality or "") for key in keys], dtype=np.uint8)
    groups = np.arange(len(keys), dtype=np.int32)
    paired = {s for site in lexicons.sites.values() if site.sided for w in site.words for s in stems_of(w.text)}
    paired |= _MORE_SIDED
    kin: dict[tuple[str, frozenset[str]], list[int]] = {}
    for n, key in enumerate(keys):
        above = release.entries[key].parent
        if sides[n] and above is not None:
            added = _told(release.entries[key].title) - _told(release.entries[above].title) - paired
            kin.setdefault((above, added), []).append(n)
    for (above, added), members in kin.items():
        if len(members) < 2 or len({int(sides[n]) for n in members}) < len(members):
            continue
        if not added and above in numbers:
            chief = numbers[above]
        else:
            chief = next((n for n in members if SIDES[sides[n]] == "unspecified"), members[0])
        groups[members] = chief
    return groups, sides


def _told(title: str) -> frozenset[str]:
    """The stems of a title, less those that tell a side."""
    return frozenset(stem_of(word) for word in words_of(title) if word not in _SIDE_WORDS) - EMPTY
