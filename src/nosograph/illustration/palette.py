"""The style sheet of every picture: one rule for each class, for light, dark, print and forced colors.

Colors of marks are from the Okabe-Ito palette; what is marked also has a heavy outline and a label, so that it
shows without color; what takes in the whole body is tinted lightly, so that the person stays visible.
Anatomy follows the convention: arteries red, veins blue, nerves yellow, lymph green, bone ivory.
The light rules are also what PNG files are drawn with.
"""

import re

from nosograph.illustration.inks import ink_rules

_CLASS = re.compile(r"\.([a-z][a-z-]*)")

LIGHT = {
    "paper": "#fffdfa", "ink": "#24303a", "line": "#44525f", "skin": "#efe4d8", "shade": "#e2d3c3", "hair": "#b9aa9a",
    "cloth": "#c9d3da", "organ": "#e3b0a2", "organ-line": "#8a4b3b", "bone": "#f6f0df", "bone-line": "#8b7f63",
    "marrow": "#c98b76", "mark": "#d55e00", "mark-line": "#6b2f00", "possible": "#f3c48f", "quiet": "#9fc7b4", "quiet-line": "#00694d",
    "tag": "#0b5f8f", "on-tag": "#ffffff", "axis": "#8d99a3", "view": "#fdf6ee", "remark": "#eef3f6",
}  # fmt: skip
DARK = {
    "paper": "#161c22", "ink": "#eef2f5", "line": "#aab6c0", "skin": "#4a4f55", "shade": "#41464c", "hair": "#2d3238",
    "cloth": "#39495a", "organ": "#8a5f55", "organ-line": "#e0b9ad", "bone": "#8f8a7c", "bone-line": "#d9d1ba",
    "marrow": "#b07a68", "mark": "#e8813a", "mark-line": "#ffd2ad", "possible": "#8a6238", "quiet": "#3f7a66", "quiet-line": "#9fe0c8",
    "tag": "#7cc4ee", "on-tag": "#0d1a24", "axis": "#6f7b85", "view": "#f3ece3", "remark": "#22303b",
}  # fmt: skip

_FILL = {
    "skin": "skin", "shade": "shade", "hair": "hair", "cloth": "cloth", "organ": "organ", "organ-shade": "organ",
    "lung": "organ", "bowel": "organ", "bone": "bone", "marrow": "marrow", "eye": "line",
}  # fmt: skip
_VESSELS = ".vessel-artery{fill:#c0392b}.vessel-vein{fill:#2c6fae}.nerve{fill:#d9a400}.lymph{fill:#3f9a6b}"


def _figure_rules(c: dict[str, str]) -> str:
    """The rules of the whole figure's art, which has a dark twin."""
    fills = "".join(f".{name}{{fill:{c[color]}}}" for name, color in _FILL.items())
    return fills + (
        f".skin{{stroke:{c['line']};stroke-width:1.5}}.hair,.cloth{{stroke:{c['line']};stroke-width:.9}}"
        f".line{{fill:none;stroke:{c['line']};stroke-width:1.2}}.fine{{fill:none;stroke:{c['line']};stroke-width:.7}}"
        f".organ,.lung,.bowel{{stroke:{c['organ-line']};stroke-width:.8}}.bone{{stroke:{c['bone-line']};stroke-width:.7}}"
        f".marked .region,.marked .organ,.marked .lung,.marked .bowel,.marked .marrow{{fill:{c['mark']};stroke:{c['mark-line']};stroke-width:1.6}}"
        f".marked .organ-shade{{fill:{c['mark']}}}.marked .marrow{{stroke-width:.5}}"
        f".marked .lymph,.marked .nerve,.marked .vessel-artery,.marked .vessel-vein{{stroke:{c['mark-line']};stroke-width:.4}}"
        f".possible .region,.possible .organ,.possible .lung,.possible .bowel,.possible .marrow{{fill:{c['possible']};stroke:{c['mark-line']};stroke-width:1.3;stroke-dasharray:2.5 2.5}}"
        f".quiet .region,.quiet .organ,.quiet .lung,.quiet .bowel,.quiet .marrow{{fill:{c['quiet']};stroke:{c['quiet-line']};stroke-width:1;stroke-dasharray:1.5 2}}"
        f".bony.marked .bone{{fill:{c['mark']};stroke:{c['mark-line']}}}.bony.possible .bone{{fill:{c['possible']}}}"
        f".spot{{fill:none;stroke:{c['mark']};stroke-width:2.4}}.possible .spot{{stroke-dasharray:3 3}}"
        f".around .region{{fill-opacity:.16;stroke:{c['mark']};stroke-width:3.2}}"
    )


def _sheet_rules(c: dict[str, str]) -> str:
    """The rules of what stands on the sheet itself."""
    return (
        f".paper{{fill:{c['paper']}}}.tag{{fill:{c['tag']}}}.view{{fill:{c['view']};stroke:{c['axis']};stroke-width:1.2}}"
        f".remark{{fill:{c['remark']};stroke:{c['axis']};stroke-width:1}}"
        f".said{{fill:{c['remark']};stroke:{c['axis']};stroke-width:1.5}}.said.open{{stroke-dasharray:4 4}}"
        f".label{{fill:{c['ink']}}}.on-tag{{fill:{c['on-tag']}}}"
        f".leader{{stroke:{c['ink']};stroke-width:1.5;fill:none}}.halo{{stroke:{c['paper']};stroke-width:4.5;fill:none}}"
        f".ring{{fill:none;stroke:#24303a;stroke-width:2}}"
        f".end{{fill:{c['ink']};stroke:{c['paper']};stroke-width:1}}"
        f".course{{stroke:{c['tag']};stroke-width:4;fill:none}}.axis{{stroke:{c['axis']};stroke-width:1.2}}"
        f".dot{{stroke:{c['tag']};stroke-width:3;fill:{c['paper']}}}.dot.passed{{fill:{c['tag']}}}.dot.now{{fill:{c['mark']};stroke:{c['ink']}}}"
        f".dot.ahead,.course.ahead{{stroke-dasharray:4 4}}.zoom{{stroke:{c['axis']};stroke-width:1.5;fill:none;stroke-dasharray:3 4}}"
    )


# Panels lie on a light ground in both themes, so what is marked in them has one color only.
_HITS = (
    f".hit{{fill:{LIGHT['mark']};fill-opacity:.8;stroke:{LIGHT['mark-line']};stroke-width:1.6}}"
    f".hit-possible{{fill:{LIGHT['possible']};fill-opacity:.85;stroke:{LIGHT['mark-line']};stroke-width:1.4;stroke-dasharray:3 3}}"
    f".hit-quiet{{fill:{LIGHT['quiet']};fill-opacity:.85;stroke:{LIGHT['quiet-line']};stroke-width:1.2;stroke-dasharray:2 2.5}}"
)

STATIC = (
    'text{font-family:"Noto Sans",system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:24px}'
    ".middle{text-anchor:middle}.end-aligned{text-anchor:end}.strong{font-weight:600}"
    "path,line{stroke-linejoin:round;stroke-linecap:round}" + _VESSELS + ink_rules() + _HITS
)


def style(*, dark: bool = True, within: str = "", used: frozenset[str] | None = None) -> str:
    """The style sheet.

    Without `dark`, the light rules alone, as the PNG renderer reads no media queries. `within` is a selector that every
    rule is limited to (".picture"), for pages that hold the picture inline. With `used`, only the rules for these classes.
    """
    light = _chosen(STATIC + _figure_rules(LIGHT) + _sheet_rules(LIGHT), within, used)
    if not dark:
        return light
    figure, sheet = (
        _chosen(_figure_rules(DARK), f"{within} .whole".strip(), used),
        _chosen(_sheet_rules(DARK), within, used),
    )
    return f"{light}@media screen and (prefers-color-scheme:dark){{{figure}{sheet}}}"


def _chosen(rules: str, within: str, used: frozenset[str] | None) -> str:
    out = []
    for rule in rules.split("}")[:-1]:
        selectors, body = rule.split("{", 1)
        kept = [s for s in selectors.split(",") if used is None or used.issuperset(_CLASS.findall(s))]
        if kept:
            out.append(",".join(f"{within} {s}".strip() for s in kept) + "{" + body + "}")
    return "".join(out)
