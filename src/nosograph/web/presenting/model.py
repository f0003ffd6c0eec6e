"""What a template shows of an entry: already in order, numbered and linked. No template computes anything."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLink:
    """Another entry, as a row of a list: `meaning` is what it is, `note` a few words beside its title."""

    href: str
    code: str
    title: str
    everyday: str = ""
    note: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A step on the way down to the entry."""

    href: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement and the numbers of its sources in the list at the foot of the page.

    `sign` is the name of a picture of what it says to do, where there is one.
    """

    text: str
    numbers: tuple[str, ...]
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements in a row that are true of the same thing.

    `scope` is what they are true of, as a short heading; `listed` is whether they are points of a list, else
    `paragraphs` holds them by twos and threes. `signed` is whether some of the section have a sign: then all stand in
    line with those.
    """

    scope: str
    listed: bool
    paragraphs: tuple[tuple[Claim, ...], ...]
    signed: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All statements in order."""
        return tuple(claim for paragraph in self.paragraphs for claim in paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Where signing up and logging in lead back to: the section that was cut."""

    signup_href: str
    login_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One section. `gate` stands at its end where members get more; `empty` is what it says where nothing is known yet.

    `urgent` and `soon` are the two halves of "when to get help"; other sections have `groups`.
    """

    id: str
    heading: str
    groups: tuple[Group, ...] = ()
    urgent: tuple[Claim, ...] = ()
    soon: tuple[Claim, ...] = ()
    empty: str = ""
    gate: Gate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPoint:
    """A line of the short answer; `urgent` where it is about what needs help at once."""

    name: str
    claim: Claim
    urgent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBox:
    """A rectangle of the picture, in its own units."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLink:
    """A part of the picture that leads somewhere: its `name`, its `boxes` and its `href`."""

    name: str
    href: str
    boxes: tuple[PictureBox, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The illustration: `svg` is markup that the illustration's own writer has escaped.

    `links` are the parts that lead on, laid over it in a `view` of the same size; `legend` says what its colors mean.
    `large_href` is its page of its own.
    """

    svg: str
    view: str
    links: tuple[PictureLink, ...]
    legend: tuple[str, ...]
    large_href: str
    caption: str
    description: str
    svg_href: str
    png_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePiece:
    """A piece of a note's text; with an `href` where it names a code that has a page."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteGroup:
    """Notes of one kind under one entry; `origin` is that entry where it is not the page's own."""

    kind: str
    explained: str
    lines: tuple[tuple[NotePiece, ...], ...]
    origin: EntryLink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source in the list: its number, and where in it the claims stand.

    `url` leads to it; where there is none, it was read as a copy at the site `copied_at`.
    """

    number: str
    title: str
    publisher: str
    year: str
    url: str
    copied_at: str
    where: tuple[str, ...]
