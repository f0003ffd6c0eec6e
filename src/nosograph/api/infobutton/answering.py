"""What is asked to the feed that answers: one entry for each code that is one of this classification.

Worked example: C93.32 gives its own entry and, after it, that of its category C93.3; with C93.32 and C93.31 each gives
one. ZZZ99 gives none, and the feed says "not a code"; so does a code of SNOMED CT, and says "another code system".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urlsplit

from nosograph.api.code_systems import BY_OID, ICD_10_CM
from nosograph.api.infobutton.asking import MAIN
from nosograph.api.infobutton.model import Asked, Criterion, Feed, FeedCategory, FeedEntry, FeedLink
from nosograph.api.infobutton.summary import Wanted, summary_html
from nosograph.api.infobutton.topics import section_for
from nosograph.api.matching import Match, Matched, matched
from nosograph.article.access import SeenArticle, as_seen_by
from nosograph.atlas.model import Link, Page
from nosograph.atlas.reading import Atlas
from nosograph.icd10cm.spelling import printable

MATCH = "urn:nosograph:match"
"""The scheme of the feed's category that says how each code was found, and why nothing was."""
TOPIC = "urn:nosograph:sub-topic"
"""The scheme of the feed's category that names the section which answers a sub-topic, or "none"."""
_FOR_MEMBERS = " (its opening; the rest is for members, who log in there)"
_CODERS = frozenset({"PROV", "PAYOR"})
_SINCE = "2026"  # the year of the `tag:` URIs (RFC 4151): ids stay the same when a page changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who gets the answer and where: `site` is the address without a slash at its end, `now` a date-time (RFC 3339)."""

    site: str
    member: bool
    members_only: frozenset[str]
    now: str


def found(atlas: Atlas, criterion: Criterion) -> Matched:
    """What a criterion stands for; only codes of ICD-10-CM are looked up, by any spelling."""
    if criterion.system != ICD_10_CM.oid:
        return Matched(key=None, match=Match.OTHER_SYSTEM)
    return matched(atlas, criterion.code)


def feed(atlas: Atlas, asked: Asked, reader: Reader) -> Feed:
    """The answer."""
    places = [(criterion, found(atlas, criterion)) for criterion in asked.criteria]
    told = [_told(atlas, c, m, m.key, asked, reader) for c, m in places if m.key]
    entries = [entry for entry, _ in told]
    if len(places) == 1 and told and told[0][1].category:
        entries.append(_category(atlas, told[0][1].category, asked, reader))
    named = ", ".join(f"{_label(c.system)} {printable(c.code)}" for c in asked.criteria)
    return Feed(
        base=f"{reader.site}/",
        subtitle=f"Nosograph results for {named}",
        id=_tag(reader.site, "service/" + ",".join(quote(printable(c.code), safe="") for c in asked.criteria)),
        updated=max((entry.updated for entry in entries), default=reader.now),
        categories=tuple(_categories(asked, places, told[0][1] if told else None)),
        entries=tuple(entries),
        matches=tuple(m.match.value for _, m in places),
    )


def _categories(asked: Asked, places: list[tuple[Criterion, Matched]], page: Page | None) -> Iterator[FeedCategory]:
    """The request sent back, in the order in which clients have it, and then how it was understood."""
    for n, (criterion, _) in enumerate(places):
        number = str(n) if n else ""
        yield _echo(f"{MAIN}.c{number}", criterion.code)
        yield _echo(f"{MAIN}.cs{number}", criterion.system)
        yield _echo(f"{MAIN}.dn{number}", criterion.display)
        if n == 0:
            yield _echo("informationRecipient", asked.recipient)
    yield from (_echo(name, value) for name, value in asked.echo)
    yield from (FeedCategory(scheme=MATCH, term=m.match.value) for _, m in places)
    if asked.topic:
        here = [s.id for s in page.article.sections] if page else []
        yield FeedCategory(scheme=TOPIC, term=section_for(asked.topic, here) or "none")


def _echo(name: str, value: str) -> FeedCategory:
    return FeedCategory(scheme=name, term=printable(value, longest=200))


def _told(
    atlas: Atlas, criterion: Criterion, place: Matched, key: str, asked: Asked, reader: Reader
) -> tuple[FeedEntry, Page]:
    page = atlas.page(key, compared=False)
    section = section_for(asked.topic, [s.id for s in page.article.sections])
    wanted = Wanted(
        section=section, notes=asked.recipient in _CODERS, remark=_remark(criterion, place, page.link),
        language=asked.language,
    )  # fmt: skip
    return _entry(atlas, page, wanted, asked, reader), page


def _category(atlas: Atlas, link: Link, asked: Asked, reader: Reader) -> FeedEntry:
    """What stands above, told in short."""
    page = atlas.page(link.key, compared=False)
    section = section_for(asked.topic, [s.id for s in page.article.sections])
    return _entry(atlas, page, Wanted(section=section, short=True, language=asked.language), asked, reader)


def _entry(atlas: Atlas, page: Page, wanted: Wanted, asked: Asked, reader: Reader) -> FeedEntry:
    seen = as_seen_by(page.article, member=reader.member, members_only=reader.members_only)
    review = page.article.review
    day = review.changed or review.written
    return FeedEntry(
        title=page.link.title,
        links=tuple(_links(atlas, page, seen, wanted, asked, reader)),
        id=_tag(reader.site, quote(page.link.key)),
        updated=f"{day}T00:00:00Z" if day else reader.now,
        summary=summary_html(page, seen, wanted, reader.site),
        categories=(
            FeedCategory(scheme=f"{MAIN}.c", term=page.link.code),
            FeedCategory(scheme=f"{MAIN}.cs", term=ICD_10_CM.oid),
            FeedCategory(scheme=f"{MAIN}.dn", term=page.link.title),
        ),
    )


def _links(
    atlas: Atlas, page: Page, seen: SeenArticle, wanted: Wanted, asked: Asked, reader: Reader
) -> Iterator[FeedLink]:
    """The page, or the section that was asked for; its picture, with the figure that fits; the entry above."""
    own = f"{reader.site}/{quote(page.link.key)}"
    title, place = page.link.title, ""
    section = next((s for s in seen.sections if s.section.id == wanted.section), None)
    if section is not None:
        place = f"#{section.section.id}"
        title = f"{title}: {section.section.heading}{_FOR_MEMBERS if section.cut else ''}"
    yield FeedLink(href=f"{own}{place}", rel="alternate", type="text/html", title=title)
    figure = None if wanted.short else asked.person.figure
    chosen = f"?figure={figure}" if figure and figure in atlas.figures(page) else ""
    picture = f"Illustration of {page.link.code}"
    yield FeedLink(href=f"{own}.svg{chosen}", rel="related", type="image/svg+xml", title=picture)
    if asked.recipient in _CODERS:
        coders = f"Coding notes of {page.link.code}"
        yield FeedLink(href=f"{own}#coding-notes", rel="related", type="text/html", title=coders)
    if page.category:
        above = f"{reader.site}/{quote(page.category.key)}"
        yield FeedLink(href=above, rel="up", type="text/html", title=f"{page.category.code}: {page.category.title}")


def _remark(criterion: Criterion, place: Matched, link: Link) -> str:
    """How an entry was found that is not the one that was asked for, as markup."""
    code = escape(printable(criterion.code))
    if place.retired:
        was = f"{code} was a code until fiscal year {place.retired.last}: {escape(place.retired.title)}."
        return f"{was} This is about {escape(link.code)}, the nearest entry of today."
    if place.match is Match.ANCESTOR:
        return f"{code} is not a code of this release. This is about {escape(link.code)}, the nearest entry above it."
    return ""


def _label(oid: str) -> str:
    return BY_OID[oid].label if oid in BY_OID else printable(oid)


def _tag(site: str, name: str) -> str:
    """A `tag:` URI; an address that is no name of a host stands for this machine."""
    host = urlsplit(site).hostname or ""
    return f"tag:{'localhost' if ':' in host or not host else host},{_SINCE}:{name}"
