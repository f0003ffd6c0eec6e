"""Short pages that say what went wrong and lead on: a form that was refused, a request that was, a fault of ours."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePage:
    """A `title`, a few `paragraphs`, and a `link` that leads on to `href`."""

    title: str
    paragraphs: tuple[str, ...]
    href: str = "/"
    link: str = "Home"
