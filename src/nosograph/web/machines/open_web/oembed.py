"""oEmbed: how another site shows an entry of this one.

Worked example: `/oembed?url=https://nosograph.example/C93.32&maxwidth=480` answers with the markup of a frame; with
`format=xml` the same as XML. An address of this site may also be given from its first slash on. Refused, as oEmbed 1.0
has it (section 2.3.5): an address that is no entry of this site with 404, a format that is neither JSON nor XML with
501; and with 400 an address that is missing, or room that is no positive whole number.
"""

from urllib.parse import SplitResult, unquote, urlsplit
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from nosograph.api.embedding import Room, oembed
from nosograph.errors import NotFound
from nosograph.web import shelf
from nosograph.web.machines.asker import Asker
from nosograph.web.machines.door import door, same_for_all
from nosograph.web.machines.json_answer import as_problem, json_answer
from nosograph.web.machines.refusal import Refusal
from nosograph.web.presenting.metadata import site_of

FORMATS = ("json", "xml")


@door("GET", told=as_problem)
def oembed_view(request: HttpRequest, asker: Asker) -> HttpResponse:
    """`/oembed`"""
    form = request.GET.get("format", "json").lower()
    if form not in FORMATS:
        raise Refusal(501, "not implemented", "this format is not offered; ask for format=json or format=xml")
    asked = request.GET.get("url", "").strip()
    if not asked:
        raise Refusal(400, "bad request", "say which page: url=https://.../C93.32")
    room = Room(width=_pixels(request, "maxwidth"), height=_pixels(request, "maxheight"))
    page = shelf.atlas().page(_key(asked, request.get_host()))
    data = oembed(page, site=site_of(request), room=room, framed=bool(settings.NOSOGRAPH_FRAMES))
    if form == "json":
        return same_for_all(json_answer(data))
    return same_for_all(HttpResponse(_as_xml(data), content_type="text/xml; charset=utf-8"))


def _key(address: str, host: str) -> str:
    """The key of the entry whose page, or card, an address is. Raises NotFound for any other address."""
    try:
        parts = urlsplit(address)
        ours = _is_ours(parts.netloc.lower(), host.lower()) if parts.scheme in ("http", "https") else _is_path(parts)
    except ValueError:
        ours = False
    spelling = unquote(parts.path.removeprefix("/embed/").removeprefix("/")) if ours else ""
    key = shelf.atlas().resolve(spelling) if spelling and "/" not in spelling else None
    if key is None:
        raise NotFound("this is not the address of an entry's page on this site; give one such as https://.../C93.32")
    return key


def _is_ours(netloc: str, host: str) -> bool:
    """Whether an address is at the host that was asked, or at another name that the owner gave this site."""
    return netloc == host or netloc in settings.ALLOWED_HOSTS


def _is_path(parts: SplitResult) -> bool:
    """Whether it is an address of this site from its first slash on."""
    return not parts.scheme and not parts.netloc and parts.path.startswith("/")


def _pixels(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= 6 and int(text) > 0):
        raise Refusal(400, "bad request", f"{name} is no room; give a whole number of pixels, such as 480")
    return int(text)


def _as_xml(data: dict[str, object]) -> str:
    """The same as XML (oEmbed 1.0, section 2.3.3)."""
    inner = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in data.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{inner}</oembed>'
