"""The whole CodeSystem as a download, sent as it is made; compressed on the way for those who take gzip."""

import zlib
from collections.abc import Iterable, Iterator

from django.http import HttpRequest, StreamingHttpResponse

from nosograph.api.fhir.code_system import ID, whole
from nosograph.web import shelf
from nosograph.web.machines.door import accepts_gzip
from nosograph.web.machines.fhir.asking import FHIR_JSON

_PIECE = 64 * 1024


def whole_code_system(request: HttpRequest, base: str) -> StreamingHttpResponse:
    """All entries with all that they say of themselves, in one resource."""
    pieces = _pieces(whole(shelf.atlas(), base))
    zipped = accepts_gzip(request)
    response = StreamingHttpResponse(
        _zipped(pieces) if zipped else pieces, content_type=f"{FHIR_JSON}; charset=utf-8"
    )  # fmt: skip
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Content-Disposition"] = f'attachment; filename="CodeSystem-{ID}.json"'
    return response


def _pieces(texts: Iterable[str]) -> Iterator[bytes]:
    """The same in pieces of some size: each goes through the server by itself."""
    held: list[bytes] = []
    size = 0
    for text in texts:
        held.append(text.encode())
        size += len(held[-1])
        if size >= _PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _zipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    press = zlib.compressobj(4, zlib.DEFLATED, 16 + zlib.MAX_WBITS)  # 16 asks for the frame of gzip
    for piece in pieces:
        if out := press.compress(piece):
            yield out
    yield press.flush()
