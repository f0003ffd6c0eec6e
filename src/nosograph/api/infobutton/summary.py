"""The summary of an entry as HTML: the short answer first, then the sections, sources, attribution and further links.

Headings and classes are those of MedlinePlus Connect (`h3`; NLMalsoCalled, NLMattribution, NLMrelatedLinks), so that
its clients style it as they do now. Worked example: with the sub-topic therapy, the treatment section and when to get
help stand in it; the other sections are links.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from nosograph.api.infobutton.pieces import Markup, heading, linked, paragraph, points
from nosograph.article.access import SeenArticle, SeenSection
from nosograph.article.brief import brief_of
from nosograph.article.model import Review
from nosograph.atlas.model import Page
from nosograph.icd10cm.model import Level

GET_HELP = "get-help"
_LISTED = frozenset({"symptoms", "questions", "safety"})
_MOST_LINKS = 8
_ENGLISH_ONLY = {
    "es": '<p lang="es">Por ahora, este texto existe solo en inglés.</p>',
    "": "<p>This text is there in English only.</p>",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How an entry is to be told: `section` is the one that answers a sub-topic, `notes` adds those for coders.

    `short` leaves the sections out, but for when to get help. `remark` is markup that says how the entry was found.
    """

    section: str | None = None
    notes: bool = False
    short: bool = False
    remark: str = ""
    language: str = "en"


def summary_html(page: Page, seen: SeenArticle, wanted: Wanted, site: str) -> str:
    """The summary; `site` is the address of the site without a slash at its end."""
    markup = Markup(page.sources)
    parts = [
        *_opening(page, seen, wanted, markup),
        *_sections(page, seen, wanted, markup, site),
        *(_notes(page) if wanted.notes else ()),
    ]
    sources = points(markup.named())
    if sources:
        parts += [heading("Sources"), sources]
    parts.append(paragraph(_attribution(page), "NLMattribution"))
    # As it is sent there: a list inside the paragraph.
    parts.append(paragraph(points(_links(page, seen, wanted, site)), "NLMrelatedLinks"))
    return "\n".join(parts)


def _opening(page: Page, seen: SeenArticle, wanted: Wanted, markup: Markup) -> Iterator[str]:
    """What it is, in short: for everyone, as designed for the top of the page."""
    if wanted.remark:
        yield paragraph(wanted.remark)
    if wanted.language != "en":
        yield _ENGLISH_ONLY.get(wanted.language, _ENGLISH_ONLY[""])
    yield heading("In short")
    yield paragraph(escape(seen.article.summary))
    if seen.article.also_called:
        yield paragraph(f"Also called: {escape(', '.join(seen.article.also_called))}", "NLMalsoCalled")
    if page.link.level not in (Level.CHAPTER, Level.BLOCK):
        brief = brief_of([s.section for s in seen.sections])
        yield points(f"<b>{escape(p.name)}:</b> {markup.claim(p.statement)}" for p in brief)


def _sections(page: Page, seen: SeenArticle, wanted: Wanted, markup: Markup, site: str) -> Iterator[str]:
    for one in seen.sections:
        ident = one.section.id
        asked = ident in (wanted.section, GET_HELP) if wanted.section or wanted.short else True
        if asked and (one.section.statements or ident == wanted.section):
            yield from _section(one, markup, f"{site}/{page.link.key}#{ident}")


def _section(seen: SeenSection, markup: Markup, address: str) -> Iterator[str]:
    section = seen.section
    yield heading(section.heading)
    if not section.statements:
        yield paragraph(escape(section.empty or ""))
    if section.id == GET_HELP:
        for told, urgent in (("Get help at once:", True), ("Call or see someone soon:", False)):
            rows = points(markup.claim(s) for s in section.statements if s.urgent is urgent)
            if rows:
                yield f"{paragraph(f'<b>{told}</b>')}{rows}"
    elif section.id in _LISTED:
        yield points(markup.claim(s) for s in section.statements)
    else:
        yield from (paragraph(markup.claim(s)) for s in section.statements)
    if seen.cut:
        yield paragraph(linked(address, "The rest of this section is for members: log in or sign up on the page."))


def _notes(page: Page) -> Iterator[str]:
    """The notes of the tabular list, the entry's own first; each of the inherited ones names its origin."""
    rows = [f"<b>{escape(n.kind)}:</b> {escape(n.text)}" for n in page.notes]
    rows += [f"<b>{escape(n.kind)}</b> (at {escape(n.origin)}): {escape(n.text)}" for n in page.inherited]
    yield heading("Coding notes for professionals")
    yield points(rows) or paragraph("The classification has no notes here.")


def _attribution(page: Page) -> str:
    review = page.article.review
    return escape(
        f"From Nosograph, {page.release}. {_reviewed(review)} Written {review.written}"
        f"{f', last changed {review.changed}' if review.changed not in (None, review.written) else ''}. "
        "It informs, and is not advice to any one person. The text is under CC BY 4.0."
    )


def _reviewed(review: Review) -> str:
    if review.status != "reviewed":
        return "Not yet reviewed by a clinician."
    return f"Reviewed by a clinician, {review.by}, on {review.reviewed}."


def _links(page: Page, seen: SeenArticle, wanted: Wanted, site: str) -> Iterator[str]:
    """The page itself, the sections that are not told here, coding notes, the entry above, and the first below."""
    own = f"{site}/{page.link.key}"
    yield linked(own, f"The whole page of {page.link.code}, with its picture")
    if wanted.section:
        for one in seen.sections:
            if one.section.id not in (wanted.section, GET_HELP) and one.section.statements:
                yield linked(f"{own}#{one.section.id}", one.section.heading)
    if wanted.notes:
        yield linked(f"{own}#coding-notes", "Coding notes for professionals, with links")
    near = ((page.category,) if page.category else ()) + page.children[:_MOST_LINKS]
    for link in near:
        yield linked(f"{site}/{link.key}", f"{link.code}: {link.title}")
