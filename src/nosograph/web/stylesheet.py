"""The site's one style sheet, joined from the pieces that lie beside what they style, and the digest of all that is
served as files.

Worked example: `styles/base.css` first (colors, type, page frame), then `components/<name>/style.css` in the order of
their names, then `styles/print.css`, then the illustration's own rules, limited to pictures. Served as `site.css`,
so that a page asks for one file. A component without a style of its own needs no file.
"""

import hashlib
from pathlib import Path

from nosograph.illustration import palette

HERE = Path(__file__).parent
NAME = "site.css"


def joined() -> str:
    """The text of the style sheet."""
    pieces = [HERE / "styles" / "base.css", *sorted(HERE.glob("components/*/style.css")), HERE / "styles" / "print.css"]
    texts = [f"/* {piece.relative_to(HERE).as_posix()} */\n{piece.read_text('utf-8')}" for piece in pieces]
    return "\n".join([*texts, "/* inline illustrations */", palette.style(within="svg.picture"), ""])


def digest() -> str:
    """What names the folder of collected files: another text, another folder, whatever the clocks of files say."""
    found = hashlib.sha256(joined().encode())
    for file in sorted((HERE / "static").rglob("*")):
        if file.is_file():
            found.update(file.name.encode() + file.read_bytes())
    return found.hexdigest()[:16]
