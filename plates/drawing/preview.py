"""Renders a plate for looking at: base alone, one region at a time, all sites. `python preview.py PLATE.svg OUT.png [ids]`.

The classes get quiet preview colors here; the product has its own style.
"""

import re
import sys
from pathlib import Path

import resvg_py

STYLE = """path{fill:none}
.skin{fill:#efe4d8;stroke:#44525f;stroke-width:1.5;stroke-linejoin:round}
.shade{fill:#e2d3c3}.hair{fill:#b9aa9a;stroke:#44525f;stroke-width:1}.cloth{fill:#c9d3da;stroke:#44525f;stroke-width:1}
.line{stroke:#44525f;stroke-width:1.1;stroke-linecap:round}.fine{fill:none;stroke:#44525f;stroke-width:.7;stroke-linecap:round}
.eye{fill:#44525f}.organ{fill:#d98f7a;stroke:#7a3b2c;stroke-width:.8;stroke-linejoin:round}.organ-shade{fill:#c27560}
.bone{fill:#f6f0df;stroke:#8b7f63;stroke-width:.6;stroke-linejoin:round}.marrow{fill:#c8553d}
.vessel-artery{stroke:#c0392b;stroke-width:1.4;stroke-linecap:round}.vessel-vein{stroke:#2c6fae;stroke-width:1.4;stroke-linecap:round}
.nerve{stroke:#d9a400;stroke-width:1.1;stroke-linecap:round}.lymph{fill:#3f9a6b;stroke:#24573c;stroke-width:.4}
.lung{fill:#e8b4b0;stroke:#8a4b48;stroke-width:.8}.bowel{fill:#e0b08f;stroke:#7d5a3c;stroke-width:.8;stroke-linejoin:round}
.region{fill:#56b4e9;fill-opacity:.55;stroke:#0072b2;stroke-width:.8}"""


def ids(svg: str, group: str) -> list[str]:
    """The ids of a plate's regions or sites, in order."""
    inside = re.search(rf'<g id="{group}">(.*?)\n  </g>', svg, re.S)
    return re.findall(r'^    <(?:path|g) id="([^"]+)"', inside.group(1), re.M) if inside else []


def render(svg: str, shown: list[str], width: int = 480, area: str = "") -> bytes:
    """PNG of the base and the regions and sites whose ids are given."""
    head = svg[: svg.index('<g id="base">')]
    base = re.search(r'<g id="base">.*?\n  </g>', svg, re.S).group(0)
    parts = []
    for name in shown:
        found = re.search(rf'^    <path id="{name}".*?</path>|^    <g id="{name}".*?</g>', svg, re.S | re.M)
        parts.append(found.group(0))
        x, y = re.search(r'data-anchor="([-\d.]+) ([-\d.]+)"', found.group(0)).groups()
        parts.append(f'<circle cx="{x}" cy="{y}" r="1.1" fill="#000"/>')
    x, y, w, h = (area or re.search(r'viewBox="([^"]+)"', head).group(1)).split()
    text = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {w} {h}"><style>{STYLE}</style>'
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="#fff"/>{base}{"".join(parts)}</svg>')
    return bytes(resvg_py.svg_to_bytes(svg_string=text, width=width))


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text()
    Path(sys.argv[2]).write_bytes(render(source, sys.argv[3:], 700))
