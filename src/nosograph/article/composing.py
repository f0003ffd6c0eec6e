"""The article of every entry, from facets, knowledge and the scene: this is where knowledge and illustration meet.

Worked example: the article of C93.32 has nine sections; its definition holds what relapse means, what JMML is, and
nothing twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from nosograph.article.decoding import Decoder
from nosograph.article.model import Article, Review, Section
from nosograph.article.other_names import OtherNames
from nosograph.article.outline import EMPTY, STAND_IN, outline_of
from nosograph.article.plain import Glosses
from nosograph.article.summary import summarize
from nosograph.facets.model import Facets, Kind
from nosograph.icd10cm.model import Entry, Release
from nosograph.illustration.composing import compose
from nosograph.illustration.plates import Plates
from nosograph.knowledge.choosing import Chooser, Chosen, Subject
from nosograph.knowledge.model import Library, Scope, Stage, Statement
from nosograph.lexicons.model import Lexicons

_STAGES = {"subsequent encounter": Stage.HEALING, "sequela": Stage.LEFT_BEHIND}
_BADLY = ("delayed", "nonunion", "malunion")


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
    names: OtherNames

    @classmethod
    def of(
        cls, release: Release, facets: Mapping[str, Facets], library: Library, plates: Plates, lexicons: Lexicons
    ) -> "Desk":
        """The desk for a release, with what can be made of its parts."""
        glosses = Glosses(lexicons)
        return cls(
            release=release, facets=facets, library=library, chooser=Chooser(library), plates=plates,
            lexicons=lexicons, glosses=glosses, decoder=Decoder(release, lexicons.everyday_names, glosses),
            names=OtherNames(release, lexicons),
        )  # fmt: skip


def write_article(entry: Entry, desk: Desk) -> Article:
    """The article of one entry."""
    facets = desk.facets[entry.key]
    above = desk.release.ancestors(entry)
    stage = _stage(entry, facets)
    subject = Subject(
        key=entry.key, above=tuple(e.key for e in reversed(above)), facets=facets,
        processes=_processes(facets.process, desk.lexicons), sites=_sites(facets, desk.lexicons),
        stage=stage,
    )  # fmt: skip
    chosen = desk.chooser.choose(subject)
    return Article(
        summary=summarize(entry, above, facets, chosen, desk.lexicons, desk.glosses),
        decoded=desk.decoder.decode(entry),
        also_called=desk.names.of(entry, (subject.key, *subject.above), chosen.packs),
        sections=_sections(facets.kind, stage, chosen),
        stage=stage,
        review=_review(chosen, facets.kind),
        scene=compose(entry, facets, desk.plates, desk.lexicons),
    )


def _stage(entry: Entry, facets: Facets) -> Stage:
    """The stage that a 7th character tells; "Sequelae of tuberculosis" has none, and its packs are about sequelae."""
    if entry.base is None:
        return Stage.FRESH
    stage = _STAGES.get(facets.episode or "", Stage.FRESH)
    return Stage.HEALING_BADLY if stage is Stage.HEALING and facets.healing in _BADLY else stage


def _processes(process: str | None, lexicons: Lexicons) -> tuple[str, ...]:
    """The process and all wider ones, by label and by id, the narrowest first."""
    line = lexicons.process_lines[lexicons.process_labels[process]] if process else ()
    return tuple(dict.fromkeys(name for ident in line for name in (lexicons.processes[ident].label, ident)))


def _sites(facets: Facets, lexicons: Lexicons) -> tuple[str, ...]:
    """The main site and all that it is part of, the narrowest first."""
    return lexicons.site_lines[facets.sites[0].id] if facets.sites else ()


@cache
def _sections(kind: Kind, stage: Stage, chosen: Chosen) -> tuple[Section, ...]:
    outline = outline_of(kind, stage)
    present = [s for s, _ in outline]
    filled: dict[str, tuple[Statement, ...]] = dict.fromkeys(present, ())
    for section, statements in chosen.sections.items():
        home = section if section in filled else next((s for s in STAND_IN.get(section, ()) if s in filled), None)
        if home:
            # Most sections are filled from one; that stays the very value that other pages have too.
            filled[home] = (*filled[home], *statements) if filled[home] else statements
    return tuple(
        Section(id=s, heading=heading, statements=filled[s], empty=None if filled[s] else EMPTY)
        for s, heading in outline
    )


@cache
def _review(chosen: Chosen, kind: Kind) -> Review:
    """Reviewed only where a named clinician has reviewed every pack about this code and condition.

    A page that nobody has reviewed has no date on which the next review is due: the first is.
    """
    packs = chosen.packs
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
