"""The page of one entry, from the atlas's nouns to everything that its template shows.

Worked example: for a visitor of C93.32 the section "Treatment" holds its opening alone and is marked as cut, and the
gate's links lead back to `/C93.32#treatment`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from nosograph.article.access import SeenArticle
from nosograph.article.model import Part, Review
from nosograph.atlas.model import Link, Page
from nosograph.facets.model import Kind
from nosograph.icd10cm.model import Level
from nosograph.web.presenting.differing import DifferingView, differing_view
from nosograph.web.presenting.facets import AxisGroup, groups_of
from nosograph.web.presenting.links import Count, crumb, href, rows, rows_with_meaning, titled
from nosograph.web.presenting.model import (
    Crumb,
    EntryLink,
    Figure,
    Gate,
    NoteGroup,
    SectionView,
    ShortPoint,
    SourceView,
)
from nosograph.web.presenting.notes import note_groups
from nosograph.web.presenting.statements import Numbering, brief, sections

NOT_DISEASES = frozenset({Kind.INJURY, Kind.EXTERNAL_CAUSE, Kind.HEALTH_STATUS, Kind.SYMPTOM_OR_FINDING, Kind.OTHER})

BELOW = {
    Level.CHAPTER: "The blocks of this chapter",
    Level.BLOCK: "The categories of this block",
    Level.CATEGORY: "The codes of this category",
    Level.SUBCATEGORY: "The codes below this one",
}
BESIDE = {
    Level.CHAPTER: "The other chapters",
    Level.BLOCK: "Other blocks of this chapter",
    Level.CATEGORY: "Other categories of this block",
    Level.SUBCATEGORY: "Codes beside this one",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryTop:
    """What stands at the top of an entry's page.

    `code`, `title`, `kind` and `summary` name it: `kind` is what sort of entry it is, in a few words. `also_called` are
    its other names. `crumbs` lead down to it, and `category` is its parent under the words of `category_label`.
    `decoded` takes the code apart, where it has parts. `contents` are the sections that the list on the page links to.
    `save_href` and `unsave_href` put it among the reader's pages and take it out again; `visit_href` is the sheet to
    take along to the care team, empty where one comes to browse.
    """

    code: str
    title: str
    kind: str
    summary: str
    also_called: tuple[str, ...]
    crumbs: tuple[Crumb, ...]
    category_label: str
    category: Crumb | None
    decoded: tuple[Part, ...]
    contents: tuple[SectionView, ...]
    save_href: str
    unsave_href: str
    visit_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryBody:
    """What stands below: the same for every member, and the same for every visitor.

    `brief` is the short answer. `figure` is the illustration. `sections` are the article as this reader may see it.
    `children` stand under `children_heading`, before the picture where one comes to browse (`children_first`);
    `siblings` under `siblings_heading`, as a table of how they differ where there is one (`differing`). `facets` are
    what the code says, axis by axis. `notes` are the coding notes, `sources` what the shown statements cite. `review`
    and `release` say how far to trust it, and at `suggest_href` a reader says what is wrong.
    """

    brief: tuple[ShortPoint, ...]
    figure: Figure
    sections: tuple[SectionView, ...]
    children_heading: str
    children: tuple[EntryLink, ...]
    children_first: bool
    siblings_heading: str
    siblings: tuple[EntryLink, ...]
    differing: DifferingView | None
    facets: tuple[AxisGroup, ...]
    notes: tuple[NoteGroup, ...]
    sources: tuple[SourceView, ...]
    review: Review
    release: str
    suggest_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What else of the atlas a page needs: keys by name, links and plain sentences by key, how many entries lie below
    one, the label of each region, and the illustration.
    """

    resolve: Callable[[str], str | None]
    count: Count
    link: Callable[[str], Link]
    summary: Callable[[str], str]
    regions: Mapping[str, str]
    figure: Figure


def entry_top(page: Page, body: EntryBody) -> EntryTop:
    """The top of the page, with the contents of its `body`."""
    own = href(page.link.key)
    return EntryTop(
        code=page.link.code,
        title=page.link.title,
        kind=_kind(page.link),
        summary=page.article.summary,
        also_called=page.article.also_called,
        crumbs=tuple(crumb(link) for link in page.path),
        category_label=_category_label(page),
        category=titled(page.category) if page.category else None,
        decoded=page.article.decoded if len(page.article.decoded) > 1 else (),
        contents=_contents(body),
        save_href=f"{own}/save",
        unsave_href=f"{own}/unsave",
        visit_href="" if page.link.level in (Level.CHAPTER, Level.BLOCK) else f"{own}/visit",
    )


def entry_body(page: Page, seen: SeenArticle, shelf: Shelf, gate: Callable[[str], Gate]) -> EntryBody:
    """The rest of the page, with the article as `seen` by this reader; `gate` is for what is cut."""
    numbering = Numbering(page.sources)
    browsed = page.link.level in (Level.CHAPTER, Level.BLOCK)
    short = () if browsed else brief(seen, numbering)
    shown = sections(seen, numbering, gate)
    siblings = rows(page.siblings, shelf.count)
    return EntryBody(
        brief=short,
        figure=shelf.figure,
        sections=shown,
        children_heading=BELOW[page.link.level],
        children=_below(page, shelf, browsed=browsed),
        children_first=browsed,
        siblings_heading=BESIDE[page.link.level],
        siblings=siblings,
        differing=differing_view(page.differences, page.link.key),
        facets=groups_of(page.facets, shelf.regions),
        notes=note_groups(page.notes, page.inherited, shelf.resolve, shelf.link),
        sources=numbering.listed(),
        review=page.article.review,
        release=page.release,
        suggest_href=f"{href(page.link.key)}/suggest",
    )


def _below(page: Page, shelf: Shelf, *, browsed: bool) -> tuple[EntryLink, ...]:
    """What lies below; where one comes to browse, with what each is."""
    return rows_with_meaning(page.children, shelf.count, shelf.summary) if browsed else rows(page.children, shelf.count)


def gate_back_to(key: str, section: str, login: str, signup: str) -> Gate:
    """Links to the log-in and sign-up pages that lead back to a section of the page."""
    tail = "?next=" + quote(f"{href(key)}#{section}", safe="/")
    return Gate(signup_href=signup + tail, login_href=login + tail)


def _kind(link: Link) -> str:
    if link.level in (Level.CHAPTER, Level.BLOCK):
        return link.level.value.capitalize()
    if link.billable:
        return "Billable code"
    return f"{link.level.value.capitalize()}, not billable by itself"


def _category_label(page: Page) -> str:
    """What the parent is called: a disease category for what is a disease, else by its level."""
    if page.category is None:
        return ""
    if page.category.level in (Level.CHAPTER, Level.BLOCK):
        return f"{page.category.level.value.capitalize()}:"
    return "Category:" if page.facets.kind in NOT_DISEASES else "Disease category:"


def _contents(body: EntryBody) -> tuple[SectionView, ...]:
    """The sections in the order of the page, the lists and the sources among them."""
    below, picture = ("below", body.children_heading if body.children else ""), ("illustration", "The picture")
    parts = [("in-short", "In short")] if body.brief else []
    parts += [below, picture] if body.children_first else [picture, below]
    parts += [(section.id, section.heading) for section in body.sections]
    parts += [("siblings", body.siblings_heading if body.siblings else "")]
    parts += [("facets", "What this code says, part by part")]
    parts += [("coding-notes", "Coding notes for professionals"), ("sources", "Sources")]
    return tuple(SectionView(id=id_, heading=heading) for id_, heading in parts if heading)
