"""An SVG document as an answer, with a policy of its own."""

import base64
import hashlib
import re

from django.http import HttpResponse

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def svg_answer(text: str) -> HttpResponse:
    """An SVG document with a policy of its own that allows its one style element, by hash, and nothing else."""
    response = HttpResponse(text, content_type="image/svg+xml; charset=utf-8")
    hashes = [
        f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
        for style in _STYLE.findall(text)
    ]
    policy = ["default-src 'none'", "frame-ancestors 'none'", f"style-src {' '.join(hashes)}" if hashes else ""]
    response.headers["Content-Security-Policy"] = "; ".join(part for part in policy if part)
    return response
