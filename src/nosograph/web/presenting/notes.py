"""The notes of the tabular list, by kind and origin, with the codes inside them as links.

Worked example: `lymph nodes (C77.-)` becomes three pieces, the second of which, `C77.-`, leads to `/C77`.
Refuses to guess: a code that the release does not have stays plain text.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby

from nosograph.atlas.model import Link
from nosograph.icd10cm.model import Note, NoteKind
from nosograph.icd10cm.referring import references, target
from nosograph.web.presenting.links import href, row
from nosograph.web.presenting.model import NoteGroup, NotePiece

# What each kind of note asks of a coder (ICD-10-CM Official Guidelines, section I.A.10 to I.A.17), in short.
EXPLAINED = {
    NoteKind.INCLUDES: "What belongs here as well.",
    NoteKind.INCLUSION_TERM: "Other names for what this entry covers.",
    NoteKind.EXCLUDES1: "Not coded here: the two are never coded together, unless they are unrelated.",
    NoteKind.EXCLUDES2: "Not included here: where a person has both, both may be coded.",
    NoteKind.CODE_FIRST: "The cause is coded before this.",
    NoteKind.USE_ADDITIONAL: "A further code is added where it is known.",
    NoteKind.CODE_ALSO: "Two codes may be needed; the order depends on the reason for the visit.",
    NoteKind.NOTE: "",
    NoteKind.SEVENTH: "The last character of the code says which.",
}


Resolve = Callable[[str], str | None]


class Named:
    """What a note can name, with the key it leads to, asked of the atlas one at a time."""

    def __init__(self, resolve: Resolve) -> None:
        self.get = resolve


def note_groups(
    own: Iterable[Note], inherited: Iterable[Note], resolve: Resolve, link: Callable[[str], Link]
) -> tuple[NoteGroup, ...]:
    """The entry's own notes, then the inherited ones, each run of one kind and origin as a group."""
    groups = [_group(kind, notes, resolve, None) for (kind, _), notes in _runs(own)]
    groups += [_group(kind, notes, resolve, link(origin)) for (kind, origin), notes in _runs(inherited)]
    return tuple(groups)


def _runs(notes: Iterable[Note]) -> list[tuple[tuple[NoteKind, str], list[Note]]]:
    return [(run, list(group)) for run, group in groupby(notes, key=lambda note: (note.kind, note.origin))]


def _group(kind: NoteKind, notes: list[Note], resolve: Resolve, origin: Link | None) -> NoteGroup:
    return NoteGroup(
        kind=kind.value[0].upper() + kind.value[1:],
        explained=EXPLAINED[kind],
        lines=tuple(pieces(note.text, resolve) for note in notes),
        origin=row(origin) if origin else None,
    )


@lru_cache(maxsize=4096)
def pieces(text: str, resolve: Resolve) -> tuple[NotePiece, ...]:
    """The text cut at the codes that have a page. What is inherited comes again on page after page, so it is kept."""
    named = Named(resolve)
    out: list[NotePiece] = []
    done = 0
    for reference in references(text):
        key = target(named, reference)
        if key is None:
            continue
        if reference.start > done:
            out.append(NotePiece(text=text[done : reference.start]))
        out.append(NotePiece(text=text[reference.start : reference.stop], href=href(key)))
        done = reference.stop
    if done < len(text):
        out.append(NotePiece(text=text[done:]))
    return tuple(out)
