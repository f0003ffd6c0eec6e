"""The article of every entry, from facets, knowledge and the scene: this is where knowledge and illustration meet.

Worked example: the article of C93.32 has nine sections; its definition holds what relapse means, what JMML is, and
nothing twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from nosograph.article.decoding import Decoder
from nosograph.article.model import Article, Review, Section
from nosograph.article.outline import EMPTY, OUTLINES, STAND_IN
from nosograph.article.plain import Glosses
from nosograph.article.summary import summarize
from nosograph.facets.model import Facets, Kind
from nosograph.icd10cm.model import Entry, Level, NoteKind, Release
from nosograph.illustration.composing import compose
from nosograph.illustration.plates import Plates
from nosograph.knowledge.choosing import Chooser, Chosen, Subject
from nosograph.knowledge.model import Library, Pack, Scope, Statement
from nosograph.lexicons.model import Lexicons

_MOST_NAMES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What an article is written from, the same for all entries."""

    release: Release
    facets: Mapping[str, Facets]
    library: Library
    chooser: Chooser
    plates: Plates
    lexicons: Lexicons
    glosses: Glosses
    decoder: Decoder


def write_article(entry: Entry, desk: Desk) -> Article:
    """The article of one entry."""
    facets = desk.facets[entry.key]
    above = desk.release.ancestors(entry)
    subject = Subject(
        key=entry.key, above=tuple(e.key for e in reversed(above)), facets=facets,
        processes=_processes(facets.process, desk.lexicons), sites=_sites(facets, desk.lexicons),
    )  # fmt: skip
    chosen = desk.chooser.choose(subject)
    return Article(
        summary=summarize(entry, above, facets, chosen.packs, desk.lexicons, desk.glosses),
        decoded=desk.decoder.decode(entry),
        also_called=_names(entry, chosen.packs, desk.release),
        sections=_sections(facets.kind, chosen),
        review=_review(chosen.packs, facets.kind),
        scene=compose(entry, facets, desk.plates, desk.lexicons),
    )


def _processes(process: str | None, lexicons: Lexicons) -> tuple[str, ...]:
    """The process and all wider ones, by label and by id, the narrowest first."""
    line = lexicons.process_lines[lexicons.process_labels[process]] if process else ()
    return tuple(dict.fromkeys(name for ident in line for name in (lexicons.processes[ident].label, ident)))


def _sites(facets: Facets, lexicons: Lexicons) -> tuple[str, ...]:
    """The main site and all that it is part of, the narrowest first."""
    return lexicons.site_lines[facets.sites[0].id] if facets.sites else ()


@cache
def _sections(kind: Kind, chosen: Chosen) -> tuple[Section, ...]:
    outline = OUTLINES[kind]
    present = [s for s, _ in outline]
    filled: dict[str, list[Statement]] = {s: [] for s in present}
    for section, statements in chosen.sections.items():
        home = section if section in filled else next((s for s in STAND_IN.get(section, ()) if s in filled), None)
        if home:
            filled[home].extend(statements)
    return tuple(
        Section(id=s, heading=heading, statements=tuple(filled[s]), empty=None if filled[s] else EMPTY)
        for s, heading in outline
    )


def _names(entry: Entry, packs: Sequence[Pack], release: Release) -> tuple[str, ...]:
    """Other names: those of the condition's pack, and the entry's own inclusion terms."""
    of_packs = [n for p in packs if p.scope is Scope.CONDITION for n in p.also_called]
    own = entry if entry.base is None else release.entries[entry.base]
    terms = [n.text for n in own.notes if n.kind is NoteKind.INCLUSION_TERM]
    return tuple(dict.fromkeys([*of_packs, *terms]))[:_MOST_NAMES] if entry.level is not Level.CHAPTER else ()


def _review(packs: Sequence[Pack], kind: Kind) -> Review:
    """Reviewed only where a named clinician has reviewed every pack about this code and condition.

    A page that nobody has reviewed has no date on which the next review is due: the first is.
    """
    specific = [p for p in packs if p.scope in (Scope.CODE, Scope.CONDITION) and p.applies.entries] or list(packs)
    written = max((p.written for p in packs), default="")
    changed = max((p.changed or p.written for p in packs), default=None)
    if specific and all(p.reviewed and p.reviewer for p in specific):
        oldest = min(specific, key=lambda p: p.reviewed or "")
        return Review(
            status="reviewed", written=written, changed=changed, reviewed=oldest.reviewed, by=oldest.reviewer,
            due=_years_after(oldest.reviewed or written, 1 if kind is Kind.NEOPLASM else 3),
        )  # fmt: skip
    return Review(status="not reviewed", written=written, changed=changed)


def _years_after(date: str, years: int) -> str:
    """The day so many years later; the 29th of February becomes the 28th."""
    year, _, day = date.partition("-")
    return f"{int(year) + years}-{'02-28' if day == '02-29' else day}"
