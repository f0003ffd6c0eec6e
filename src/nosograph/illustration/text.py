"""How wide words are, and where lines break. Measures are those of Noto Sans, in the units of the picture.

A viewer's own font may be a little wider than Noto Sans, so every width carries a margin of 6 %.
"""

from functools import cache
from importlib import resources
from pathlib import Path

MARGIN = 1.06


def font_file() -> Path:
    """The font that measures the labels and draws them in PNG files; it comes as a dependency."""
    return Path(str(resources.files("fontpkg_noto_sans"))) / "files" / "NotoSans[wdth,wght].ttf"


@cache
def _advances() -> tuple[dict[int, str], dict[str, tuple[int, int]], int]:
    from fontTools.ttLib import TTFont  # opened only where text is measured, since the tables are large

    with TTFont(font_file(), lazy=True) as font:
        cmap = dict(font.getBestCmap())
        return cmap, dict(font["hmtx"].metrics), int(font["head"].unitsPerEm)


@cache
def width(text: str, size: float) -> float:
    """The width of one line at a font size; an unknown character counts as wide as an em."""
    cmap, metrics, em = _advances()
    total = sum(metrics[cmap[ord(c)]][0] if ord(c) in cmap else em for c in text)
    return total * size / em * MARGIN


def wrap(text: str, size: float, room: float, lines: int = 0) -> tuple[str, ...]:
    """The text in lines no wider than `room`; at most `lines` of them (0: any number), the last one cut with …

    A single word that is wider than the room is cut, never spilled.
    """
    out: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width(longer, size) <= room:
            line = longer
            continue
        if line:
            out.append(line)
        line = word if width(word, size) <= room else _cut(word, size, room)
    if line:
        out.append(line)
    if lines and len(out) > lines:
        out = [*out[: lines - 1], _cut(f"{out[lines - 1]} {out[lines]}", size, room, always=True)]
    return tuple(out)


def _cut(text: str, size: float, room: float, *, always: bool = False) -> str:
    if not always and width(text, size) <= room:
        return text
    while text and width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip(' ,;')}…"
