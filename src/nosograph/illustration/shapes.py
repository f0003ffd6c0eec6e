"""An SVG tree as immutable values, and its one writer: all escaping and all rounding happen here.

Combinators are functions that return new values: `group`, `moved`, `scaled`. `art` carries the markup of a plate,
which `plates.read_plate` has already reduced to shapes and classes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

Value = str | float

# Characters that no XML 1.0 document may hold (section 2.2), and the carriage return, which parsers would change.
_UNWRITABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One element: its attributes in order, its children, its text, or ready markup of a plate."""

    tag: str
    attributes: tuple[tuple[str, Value], ...] = ()
    children: tuple["Shape", ...] = ()
    text: str | None = None
    markup: str | None = None


def shape(tag: str, *children: Shape, text: str | None = None, **attributes: Value | None) -> Shape:
    """An element; `class_` and `data_x` become `class` and `data-x`, attributes that are None are left out."""
    named = tuple((k.rstrip("_").replace("_", "-"), v) for k, v in attributes.items() if v is not None)
    return Shape(tag=tag, attributes=named, children=children, text=text)


def art(markup: str) -> Shape:
    """Markup from a plate."""
    return Shape(tag="", markup=markup)


def group(children: Iterable[Shape], **attributes: Value | None) -> Shape:
    """Shapes drawn together, in order."""
    return shape("g", *children, text=None, **attributes)


def moved(child: Shape, x: float, y: float) -> Shape:
    """The shape, shifted."""
    return shape("g", child, transform=f"translate({number(x)} {number(y)})")


def placed(child: Shape, x: float, y: float, scale: float) -> Shape:
    """The shape, scaled about its own origin and then shifted."""
    return shape("g", child, transform=f"translate({number(x)} {number(y)}) scale({number(scale, 3)})")


def number(value: float, digits: int = 1) -> str:
    """A number as SVG wants it: rounded, without a trailing zero or a negative zero."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escape(text: str) -> str:
    """Text that is safe between tags and inside quoted attributes; characters XML cannot hold are dropped."""
    kept = _UNWRITABLE.sub("", text)
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def markup(item: Shape) -> str:
    """The SVG text of a shape."""
    if item.markup is not None:
        return item.markup
    attributes = "".join(
        f' {name}="{escape(value) if isinstance(value, str) else number(value)}"' for name, value in item.attributes
    )
    inner = (escape(item.text) if item.text else "") + "".join(markup(c) for c in item.children)
    return f"<{item.tag}{attributes}>{inner}</{item.tag}>" if inner else f"<{item.tag}{attributes}/>"
