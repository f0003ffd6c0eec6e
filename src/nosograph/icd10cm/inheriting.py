"""Which notes hold for an entry: its own, and those that come down from above.

Worked example: C93.32 has no note of its own; it inherits the Excludes1 of its block C81-C96. S72.001A inherits the
inclusion terms of S72.001, which S72.001 does not pass on to anything else. Refuses nothing.

The kinds are those of the ICD-10-CM Official Guidelines for Coding and Reporting, section I.A. Inclusion terms are
the conditions for which that one code is to be used (I.A.11), so they do not come down. Includes, excludes (I.A.12),
sequencing and 7th-character notes are printed once over the entries that they govern ("7th characters D and S do not
apply to codes in category S06"), so they hold for everything below. A code with a 7th character is its base in one
encounter, stage or fetus, so it has the inclusion terms of its base.
"""

from nosograph.icd10cm.model import Entry, Level, Note, NoteKind, Release
from nosograph.icd10cm.ranges import umbrellas


def notes_for(release: Release, entry: Entry) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """The entry's own notes and the inherited ones, from the chapter (and umbrella blocks) down to the parent.

    Lines stay in the order of the release and are not merged: a line such as "code to identify:" opens a list.
    Of the 7th-character notes only the nearest holds: the table at S42.27 replaces that of S42.
    """
    return entry.notes, Inheritance(release).of(entry)


class Inheritance:
    """What comes down in one release: worked out once for siblings, which inherit the same."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._known: dict[tuple[object, ...], tuple[Note, ...]] = {}

    def of(self, entry: Entry) -> tuple[Note, ...]:
        """The inherited notes of an entry; the same value for those that inherit the same from the same parent."""
        # Which umbrellas stand over a block is a matter of that block; below it, of the entries above.
        block = entry.key if entry.level is Level.BLOCK else None
        mark = (entry.parent, block, entry.base, any(note.kind is NoteKind.SEVENTH for note in entry.notes))
        found = self._known.get(mark)
        if found is None:
            found = self._known[mark] = _inherited(entry, _line_above(self._release, entry))
        return found


def _inherited(entry: Entry, line: tuple[Entry, ...]) -> tuple[Note, ...]:
    seventh_at = _nearest_seventh(entry, line)
    return tuple(
        note
        for above in line
        for note in above.notes
        if (note.kind is not NoteKind.INCLUSION_TERM or above.key == entry.base)
        and (note.kind is not NoteKind.SEVENTH or above.key == seventh_at)
    )


def _line_above(release: Release, entry: Entry) -> tuple[Entry, ...]:
    above = release.ancestors(entry)
    return (*above[:1], *umbrellas(release, entry), *above[1:])


def _nearest_seventh(entry: Entry, line: tuple[Entry, ...]) -> str | None:
    """The key of the nearest entry with a 7th-character note, counted from the entry itself upward."""
    for candidate in (entry, *reversed(line)):
        if any(note.kind is NoteKind.SEVENTH for note in candidate.notes):
            return candidate.key
    return None
