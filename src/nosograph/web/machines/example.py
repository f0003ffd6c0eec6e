"""An example of an interface: a request, which the page for developers really makes, to show what came."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """`says` tells what is asked; `address` begins with a slash; `body` is sent by POST, as `media_type`."""

    says: str
    address: str
    body: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """An interface: a short `id` for links, its name, a few sentences about it, and its examples.

    `notes` are paragraphs of plain text: for whom it is, what is like and unlike the service it stands in for.
    """

    id: str
    name: str
    notes: tuple[str, ...]
    examples: tuple[Example, ...]
