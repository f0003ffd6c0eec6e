"""Renders a plate for looking at, with the parts that are named marked: `python preview.py PLATE.svg OUT.png [ids]`.

The classes get the light colors of the product; a preview shows what is named as marked.
"""

import re
import sys
from pathlib import Path

import resvg_py

from nosograph.illustration.palette import style


def ids(svg: str, group: str) -> list[str]:
    """The ids of a plate's regions or sites, in order."""
    inside = re.search(rf'<g id="{group}">(.*?)\n  </g>', svg, re.S)
    return re.findall(r'^    <(?:path|g) id="([^"]+)"', inside.group(1), re.M) if inside else []


def render(svg: str, shown: list[str], width: int = 480, area: str = "", css: str = "marked") -> bytes:
    """PNG of the base and the regions and sites whose ids are given."""
    head = svg[: svg.index('<g id="base">')]
    base = re.search(r'<g id="base">.*?\n  </g>', svg, re.S).group(0)
    parts = []
    for name in shown:
        found = re.search(rf'^    <path id="{name}".*?</path>|^    <g id="{name}".*?</g>', svg, re.S | re.M)
        parts.append(f'<g class="{css}">{found.group(0)}</g>')
        x, y = re.search(r'data-anchors?="([-\d.]+) ([-\d.]+)', found.group(0)).groups()
        parts.append(f'<circle cx="{x}" cy="{y}" r="1.1" fill="#000"/>')
    x, y, w, h = (area or re.search(r'viewBox="([^"]+)"', head).group(1)).split()
    rules = f"{style(dark=False)}.region{{fill-opacity:.6}}"
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {w} {h}"><style>{rules}</style>'
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="#fff"/>{base}{"".join(parts)}</svg>'
    )
    return bytes(resvg_py.svg_to_bytes(svg_string=text, width=width))


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text()
    Path(sys.argv[2]).write_bytes(render(source, sys.argv[3:], 700))
