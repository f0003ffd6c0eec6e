"""What a tool answers an assistant with. Where the JSON interface says the same, the shape is the same.

Every answer has the address of what it is about, its sources, the state of its review, and the reminder that it is not
advice to one person; an assistant has no page around it that would say so.
Worked example: the answer to `look_up("C93.32")` is an `EntryAnswer`, whose statements name their sources by number.
"""

from nosograph.api.schemas import DecodedPart, FacetsShape, ReviewShape, Shape


class NumberedSource(Shape):
    """A publication. `url` is None where it was read as a copy at a site to which readers are not sent."""

    number: int
    title: str
    publisher: str
    year: int | None
    url: str | None


class NamedEntry(Shape):
    """An entry as it is named from elsewhere."""

    code: str
    title: str
    billable: bool
    address: str


class ToldStatement(Shape):
    """One statement, what it is true of ("this condition"), and the numbers of its sources."""

    text: str
    scope: str
    sources: list[int]


class ToldSection(Shape):
    """A section of the page; `more_for_members` where the site tells its members more than stands here."""

    id: str
    heading: str
    statements: list[ToldStatement]
    more_for_members: bool


class EntryAnswer(Shape):
    """The page of an entry, as every visitor may read it."""

    code: str
    title: str
    billable: bool
    release: str
    address: str
    category: NamedEntry | None
    summary: str
    also_called: list[str]
    decoded: list[DecodedPart]
    picture: str
    sections: list[ToldSection]
    sources: list[NumberedSource]
    review: ReviewShape
    notice: str


class FoundEntry(Shape):
    """A search result, why it was found, and whether its page has been reviewed."""

    code: str
    title: str
    billable: bool
    address: str
    why: str
    review: str


class SearchAnswer(Shape):
    """Search results, the best first; `spelled` is another spelling that would find something, where there is one."""

    query: str
    release: str
    address: str
    results: list[FoundEntry]
    spelled: str
    sources: list[NumberedSource]
    notice: str


class FacetsAnswer(FacetsShape):
    """What a code says, axis by axis, with the words that say it."""

    address: str
    sources: list[NumberedSource]
    review: ReviewShape
    notice: str


class PictureAnswer(Shape):
    """The illustration: the SVG document, what it shows in words, and where its files are."""

    code: str
    title: str
    address: str
    caption: str
    description: str
    svg: str
    svg_address: str
    png_address: str
    license: str
    credit: str
    sources: list[NumberedSource]
    review: ReviewShape
    notice: str


class RelatedAnswer(Shape):
    """What stands around an entry in the classification."""

    code: str
    title: str
    address: str
    path: list[NamedEntry]
    parent: NamedEntry | None
    children: list[NamedEntry]
    siblings: list[NamedEntry]
    sources: list[NumberedSource]
    review: ReviewShape
    notice: str
