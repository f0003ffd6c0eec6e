"""The constraint `q`: a small, safe part of the query language of Elasticsearch.

Input grammar:

(a) conditions, with `AND` between them: `code:C93* AND name:relapse`;
(b) a condition is a field, `code` or `name`, a colon and a value; `NOT` or `-` before it turns it around;
(c) a value is one word, and with `*` at its end the beginning of one: `code:C93.3*`, `name:leuk*`;
(d) or words in quotes, which stand so in the name: `name:"in relapse"`;
(e) or several of these in brackets, with `OR` between them: `code:(C92* OR C93*)`.

Words of names are compared without regard to capitals and accents, codes with or without their point; nothing is
completed that has no `*`. Refused (BadInput): all else, as are more conditions than MOST and longer texts than LONGEST.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nosograph.errors import BadInput

MOST, LONGEST = 20, 500
_TOKEN = re.compile(
    r"""\s*(?:(?P<field>code|name):|(?P<open>\()|(?P<close>\))|(?P<minus>-)(?=(?:code|name):)|"(?P<phrase>[^"]*)"
    |(?P<word>[\w.'’-]+\*?)|(?P<wrong>\S))""",
    re.VERBOSE,
)
_JOINS = ("AND", "OR", "NOT")
_KNOWN = "q takes conditions such as code:C93* AND NOT name:relapse; see /developers for all of them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What is compared: `text`, which only has to begin so with `beginning`, or is several words with `phrase`."""

    text: str
    beginning: bool = False
    phrase: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One of the `values` holds in the `field`; with `negated`, none does."""

    field: str
    values: tuple[Value, ...]
    negated: bool


def conditions_of(text: str) -> tuple[Condition, ...]:
    """The conditions of a constraint; none in an empty one. Raises BadInput."""
    if len(text) > LONGEST:
        raise BadInput(f"q is longer than {LONGEST} characters; send a shorter one")
    tokens = _Tokens(text)
    found: list[Condition] = []
    while tokens.kind:
        if found:
            tokens.expect("word", "AND")
        found.append(_condition(tokens))
        if len(found) > MOST:
            raise BadInput(f"q has more than {MOST} conditions; send fewer")
    return tuple(found)


class _Tokens:
    """The tokens of a text, one at a time; `kind` is empty at the end."""

    def __init__(self, text: str) -> None:
        self._left = self._read(text.strip())
        self.kind, self.text = next(self._left)

    def _read(self, text: str) -> Iterator[tuple[str, str]]:
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or "wrong"
            if kind == "wrong":
                raise BadInput(_KNOWN)
            yield kind, match[kind]
        yield "", ""

    def take(self) -> str:
        """The present text; the next token becomes the present one."""
        text = self.text
        if self.kind:
            self.kind, self.text = next(self._left)
        return text

    def expect(self, kind: str, text: str | None = None) -> str:
        """The present text, where it is of this kind (and this very text)."""
        if self.kind != kind or (text is not None and self.text != text):
            raise BadInput(_KNOWN)
        return self.take()


def _condition(tokens: _Tokens) -> Condition:
    negated = tokens.kind == "minus" or (tokens.kind == "word" and tokens.text == "NOT")
    if negated:
        tokens.take()
    field = tokens.expect("field")
    if tokens.kind != "open":
        return Condition(field=field, values=(_value(tokens, field),), negated=negated)
    tokens.take()
    values = [_value(tokens, field)]
    while tokens.kind != "close":
        tokens.expect("word", "OR")
        values.append(_value(tokens, field))
        if len(values) > MOST:
            raise BadInput(f"q has more than {MOST} values in brackets; send fewer")
    tokens.take()
    return Condition(field=field, values=tuple(values), negated=negated)


def _value(tokens: _Tokens, field: str) -> Value:
    if tokens.kind == "phrase" and field == "name" and tokens.text.strip():
        return Value(text=tokens.take(), phrase=True)
    text = tokens.expect("word")
    if text in _JOINS or text == "*":
        raise BadInput(_KNOWN)
    return Value(text=text.removesuffix("*"), beginning=text.endswith("*"))
