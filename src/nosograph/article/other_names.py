"""What else an entry is called: names in its condition's packs, and its own inclusion terms.

Worked example: C93.32 is also called "JMML", since its title says all that C93.3 says, of which the pack tells. A pack
on irregular heartbeats is also called "extra beats"; on I49.02, ventricular flutter, the name is left out, since its
title says something else. So is a name that is the title of another entry.
"""

import re
from collections.abc import Sequence

from nosograph.icd10cm.model import Entry, Level, NoteKind, Release
from nosograph.knowledge.model import Pack, Scope
from nosograph.lexicons.model import Lexicons

_MOST = 8
_EMPTY = frozenset({"unspecified", "other", "specified", "and", "of", "the", "not", "elsewhere", "classified", "in"})
_WORD = re.compile(r"[a-z0-9]+")


class OtherNames:
    """The other names of the entries of a release."""

    def __init__(self, release: Release, lexicons: Lexicons) -> None:
        self._release = release
        self._owners: dict[str, set[str]] = {}
        for entry in release:
            if entry.base is None:
                for name in (entry.title, *_included(entry)):
                    self._owners.setdefault(_folded(name), set()).add(entry.key)
        for key, everyday in lexicons.everyday_names.items():
            self._owners.setdefault(_folded(everyday.everyday), set()).add(key)

    def of(self, entry: Entry, line: Sequence[str], packs: Sequence[Pack]) -> tuple[str, ...]:
        """At most eight names of an entry; `line` holds the keys of the entry and of all above it."""
        if entry.level is Level.CHAPTER:
            return ()
        own = entry if entry.base is None else self._release.entries[entry.base]
        called = (n for p in packs if p.scope is Scope.CONDITION and self._is_about(p, line) for n in p.also_called)
        told = (n for n in called if not self._is_of_another(n, line))
        return tuple(dict.fromkeys([*told, *_included(own)]))[:_MOST]

    def _is_about(self, pack: Pack, line: Sequence[str]) -> bool:
        """Whether the title of an entry says all the words of one that the pack names."""
        said = _content(self._release.entries[line[0]].title)
        return any(
            key == line[0] or _content(self._release.entries[key].title) <= said
            for key in pack.applies.entries
            if key in line
        )

    def _is_of_another(self, name: str, line: Sequence[str]) -> bool:
        """Whether a name belongs to entries none of which stands above or below this one."""
        owners = self._owners.get(_folded(name), ())
        return bool(owners) and not any(key in line or line[0] in self._line(key) for key in owners)

    def _line(self, key: str) -> set[str]:
        return {e.key for e in self._release.ancestors(self._release.entries[key])}


def _included(entry: Entry) -> list[str]:
    return [n.text for n in entry.notes if n.kind is NoteKind.INCLUSION_TERM]


def _content(title: str) -> frozenset[str]:
    """The words of a title, less those that only say that nothing more is known."""
    return frozenset(word.rstrip("s") for word in _WORD.findall(title.lower()) if word not in _EMPTY)


def _folded(name: str) -> str:
    return " ".join(_WORD.findall(name.lower()))
