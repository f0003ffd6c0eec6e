"""The nouns of the Infobutton: what is asked, and the feed that answers."""

from dataclasses import dataclass

from nosograph.api.infobutton.persons import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One `mainSearchCriteria.v`: a code, the OID of its system, and its name as the asker has it ("" for none)."""

    code: str
    system: str
    display: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request that can be answered.

    `topic` is the MeSH code of a sub-topic, `person` what is told of the patient, `recipient` who will read it (PAT,
    PROV or PAYOR), `language` what they would like to read. `echo` are further parameters that were understood.
    `personal` is whether the answer depends on more than codes, so that nobody may keep it.
    """

    criteria: tuple[Criterion, ...]
    topic: str | None
    person: Person
    recipient: str
    language: str
    echo: tuple[tuple[str, str], ...]
    personal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A link with all that HL7's schema asks of one; `language` becomes `hreflang`."""

    href: str
    rel: str
    type: str
    title: str
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedCategory:
    """What the feed is about: a request parameter (`scheme`) and its value (`term`)."""

    scheme: str
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One page. The first of the `links` leads to it; `summary` is HTML; `updated` is a date-time as in RFC 3339."""

    title: str
    links: tuple[FeedLink, ...]
    id: str
    updated: str
    summary: str
    categories: tuple[FeedCategory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An answer. `base` is the address of the site; `matches` say for each criterion how it was found."""

    base: str
    subtitle: str
    id: str
    updated: str
    categories: tuple[FeedCategory, ...]
    entries: tuple[FeedEntry, ...]
    matches: tuple[str, ...]
    title: str = "Nosograph"
    language: str = "en"
    author: str = "Nosograph"
