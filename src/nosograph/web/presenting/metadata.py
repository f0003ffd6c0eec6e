"""What the head of an entry's page tells programs: its one address, how to show a link to it, and linked data.

Worked example: at https://nosograph.example the page of C93.32 has the canonical address
`https://nosograph.example/C93.32` and the card `https://nosograph.example/C93.32.card.png`. Addresses are absolute, as
those who read them (Open Graph, oEmbed discovery, canonical links) ask for.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from nosograph.api.linked_data import address_of, as_script, linked_data
from nosograph.atlas.model import Page
from nosograph.illustration.card import CARD_HEIGHT, CARD_WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The page as programs are told of it.

    `url` is its one address, `title` and `description` what a link to it says. `card`, `card_width`, `card_height` and
    `card_alt` are the picture that stands with such a link. `oembed_json` and `oembed_xml` tell how to embed it.
    `linked_data` is the text of a script element of the type application/ld+json, already safe there.
    """

    url: str
    title: str
    description: str
    card: str
    card_width: int
    card_height: int
    card_alt: str
    oembed_json: str
    oembed_xml: str
    linked_data: SafeString


def site_of(request: HttpRequest) -> str:
    """The address under which this site was asked, without a slash at its end; its name is one of ALLOWED_HOSTS."""
    return f"{request.scheme}://{request.get_host()}"


def metadata_of(page: Page, *, site: str, members_only: frozenset[str]) -> Metadata:
    """What the page of an entry tells programs, the same for every reader."""
    url = address_of(page.link.key, site)
    return Metadata(
        url=url,
        title=f"{page.link.code}: {page.link.title}",
        description=page.article.summary,
        card=f"{url}.card.png",
        card_width=int(CARD_WIDTH),
        card_height=int(CARD_HEIGHT),
        card_alt=page.article.scene.caption,
        oembed_json=f"{site}/oembed?{urlencode({'url': url, 'format': 'json'})}",
        oembed_xml=f"{site}/oembed?{urlencode({'url': url, 'format': 'xml'})}",
        linked_data=mark_safe(as_script(linked_data(page, site=site, members_only=members_only))),  # noqa: S308
    )
