"""What an assistant may ask, as functions of an atlas: look up, search, facets, illustration, related.

Worked example: `Desk(atlas, site="https://nosograph.example").look_up("c9332").summary`. Only what every visitor may
read is told. Refused, with one line that names the value and the remedy: a code that is none or that the release does
not have (NotFound, BadInput), and a number of results that is out of bounds (BadInput).
"""

from dataclasses import dataclass
from urllib.parse import quote

from nosograph.api.embedding import NOTICE
from nosograph.api.linked_data import CREDIT, LICENSE, address_of
from nosograph.api.matching import key_of
from nosograph.api.schemas import DecodedPart, ReviewShape
from nosograph.api.tool_answers import (
    EntryAnswer,
    FacetsAnswer,
    FoundEntry,
    NamedEntry,
    NumberedSource,
    PictureAnswer,
    RelatedAnswer,
    SearchAnswer,
    ToldSection,
    ToldStatement,
)
from nosograph.article.access import MEMBERS_DEFAULT, SeenSection, as_seen_by
from nosograph.article.model import Review
from nosograph.atlas.model import Link, Page
from nosograph.atlas.reading import Atlas
from nosograph.errors import BadInput
from nosograph.facets.telling import evidence_as_data, facets_as_data
from nosograph.knowledge.model import Source

MOST_RESULTS = 50
LONGEST_QUERY = 500  # characters
PNG_WIDTH = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A tool as it is told of: its name, a title, and what it does."""

    name: str
    title: str
    says: str


TOOLS = (
    Tool(
        name="look_up",
        title="Look up a code",
        says="What an ICD-10-CM code means: one plain sentence, the code taken apart, and an article in plain language "
        "(what it is, causes, symptoms, tests, outlook, when to get help), each statement with its sources.",
    ),
    Tool(
        name="search",
        title="Search codes",
        says="Find ICD-10-CM codes by everyday or medical words, an abbreviation or a part of a code; best first.",
    ),
    Tool(
        name="facets",
        title="Take a code apart",
        says="What a code says, axis by axis (kind, process, sites with UBERON ids, side, agent, encounter and more), "
        "each with the words that justify it.",
    ),
    Tool(
        name="illustration",
        title="Show the illustration",
        says="The illustration of a code: where in the body it is and what happens there; as SVG, PNG and in words.",
    ),
    Tool(
        name="related",
        title="Show what stands around a code",
        says="The parent of a code, what stands below it, and the codes beside it.",
    ),
)
CODE = "An ICD-10-CM code in any usual form (C93.32, c9332, S72001A), or a category, block (C81-C96) or chapter (2)."
QUERY = "Words or a code, such as “juvenile myelo”, “slipped disk” or “JMML”."


class Desk:
    """Answers about one atlas. `site` is the address of a site that serves it; without one, addresses are relative."""

    def __init__(self, atlas: Atlas, *, site: str = "", members_only: frozenset[str] = MEMBERS_DEFAULT) -> None:
        self._atlas = atlas
        self._site = site
        self._members_only = members_only

    def look_up(self, code: str) -> EntryAnswer:
        """The page of an entry."""
        page = self._page(code)
        seen = as_seen_by(page.article, member=False, members_only=self._members_only)
        cited = dict.fromkeys(c.source for s in seen.article.sections for x in s.statements for c in x.citations)
        sources = [source for source in page.sources if source.id in cited]
        number = {source.id: i for i, source in enumerate(sources, start=1)}
        return EntryAnswer(
            code=page.link.code,
            title=page.link.title,
            billable=page.link.billable,
            release=page.release,
            address=self._address(page.link),
            category=self._named(page.category) if page.category else None,
            summary=seen.article.summary,
            also_called=list(seen.article.also_called),
            decoded=[DecodedPart(part=p.part, meaning=p.meaning) for p in seen.article.decoded],
            picture=page.article.scene.description,
            sections=[_section(part, number) for part in seen.sections],
            sources=[_source(i, source) for i, source in enumerate(sources, start=1)],
            review=_review(page.article.review),
            notice=NOTICE,
        )

    def search(self, query: str, limit: int = 10) -> SearchAnswer:
        """Ranked results for words or a code."""
        if not 1 <= limit <= MOST_RESULTS:
            raise BadInput(f"limit {limit} is out of bounds; ask for 1 to {MOST_RESULTS} results")
        if not query.strip() or len(query) > LONGEST_QUERY:
            raise BadInput(f"a query of {len(query)} characters; give words or a code, at most {LONGEST_QUERY} of them")
        hits = self._atlas.search(query, limit)
        return SearchAnswer(
            query=query,
            release=self._atlas.release,
            address=f"{self._site}/search?q={quote(query, safe='')}",
            results=[
                FoundEntry(
                    code=hit.link.code,
                    title=hit.link.title,
                    billable=hit.link.billable,
                    address=self._address(hit.link),
                    why=hit.why,
                    review=self._atlas.page(hit.link.key).article.review.status,
                )
                for hit in hits
            ],
            spelled="" if hits else self._atlas.spelled(query),
            sources=[self._classification()],
            notice=NOTICE,
        )

    def facets(self, code: str) -> FacetsAnswer:
        """An entry, decomposed, with the words that justify each value."""
        page = self._page(code)
        found = self._atlas.facets(page.link.key)
        return FacetsAnswer.model_validate(
            {
                **facets_as_data(page.link.code, page.link.title, found),
                "evidence": evidence_as_data(found.evidence),
                "address": self._address(page.link),
                "sources": [self._classification()],
                "review": _review(page.article.review),
                "notice": NOTICE,
            }
        )

    def illustration(self, code: str) -> PictureAnswer:
        """The illustration of an entry, as SVG and in words."""
        page = self._page(code)
        address = self._address(page.link)
        scene = page.article.scene
        return PictureAnswer(
            code=page.link.code,
            title=page.link.title,
            address=address,
            caption=scene.caption,
            description=scene.description,
            svg=self._atlas.svg(page.link.key),
            svg_address=f"{address}.svg",
            png_address=f"{address}.png",
            license=LICENSE,
            credit=CREDIT,
            sources=[self._classification()],
            review=_review(page.article.review),
            notice=NOTICE,
        )

    def png(self, code: str) -> bytes:
        """The illustration of an entry as PNG, 640 pixels wide."""
        return self._atlas.png(key_of(self._atlas, code), PNG_WIDTH)

    def related(self, code: str) -> RelatedAnswer:
        """Parent, children and siblings of an entry."""
        page = self._page(code)
        return RelatedAnswer(
            code=page.link.code,
            title=page.link.title,
            address=self._address(page.link),
            path=[self._named(link) for link in page.path],
            parent=self._named(page.category) if page.category else None,
            children=[self._named(link) for link in page.children],
            siblings=[self._named(link) for link in page.siblings],
            sources=[self._classification()],
            review=_review(page.article.review),
            notice=NOTICE,
        )

    def _page(self, code: str) -> Page:
        return self._atlas.page(key_of(self._atlas, code))

    def _address(self, link: Link) -> str:
        return address_of(link.key, self._site)

    def _named(self, link: Link) -> NamedEntry:
        return NamedEntry(code=link.code, title=link.title, billable=link.billable, address=self._address(link))

    def _classification(self) -> NumberedSource:
        """The release itself, from which codes, titles and facets come; see `icd10cm/README.md`."""
        return NumberedSource(
            number=1,
            title=self._atlas.release,
            publisher="National Center for Health Statistics; Centers for Medicare & Medicaid Services",
            year=_year(self._atlas.release),
            url=None,
        )


def _year(release: str) -> int | None:
    """The year in the name of a release, "ICD-10-CM 2026 (April 1, 2026)"; None where an owner's own has none."""
    return next((int(word) for word in release.split() if word.isdecimal()), None)


def _section(part: SeenSection, number: dict[str, int]) -> ToldSection:
    return ToldSection(
        id=part.section.id,
        heading=part.section.heading,
        statements=[
            ToldStatement(
                text=s.text,
                scope=str(s.scope),
                sources=list(dict.fromkeys(number[c.source] for c in s.citations)),
            )
            for s in part.section.statements
        ],
        more_for_members=part.cut,
    )


def _source(number: int, source: Source) -> NumberedSource:
    url = source.url if source.linked else None
    return NumberedSource(number=number, title=source.title, publisher=source.publisher, year=source.year, url=url)


def _review(review: Review) -> ReviewShape:
    told = {"status": review.status, "written": review.written, "reviewed": review.reviewed, "by": review.by}
    return ReviewShape.model_validate(told)
