"""The constraint `q`, case by case as its grammar has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.api.tables.constraint import LONGEST, Condition, Value, conditions_of
from nosograph.errors import BadInput


def one(field: str, *values: Value, negated: bool = False) -> Condition:
    return Condition(field=field, values=values, negated=negated)


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("", ()),
        # (a)
        (
            "code:C93* AND name:relapse",
            (one("code", Value(text="C93", beginning=True)), one("name", Value(text="relapse"))),
        ),
        # (b)
        ("NOT code:C93.32", (one("code", Value(text="C93.32"), negated=True),)),
        ("-name:relapse", (one("name", Value(text="relapse"), negated=True),)),
        # (c)
        ("name:leuk*", (one("name", Value(text="leuk", beginning=True)),)),
        # (d)
        ('name:"in relapse"', (one("name", Value(text="in relapse", phrase=True)),)),
        # (e)
        (
            "code:(C92* OR C93.32)",
            (one("code", Value(text="C92", beginning=True), Value(text="C93.32")),),
        ),
    ],
)
def test_each_case_of_the_grammar_is_read(text: str, conditions: tuple[Condition, ...]) -> None:
    assert conditions_of(text) == conditions


@pytest.mark.parametrize(
    "text",
    [
        "C93*", "title:C93", "code:", "code:*", "code:C9*2", "code:[A00 TO B99]", "code:C93 OR code:C92",
        "code:C93 name:x", "code:(C93", "code:(C93 C92)", "code:()", "code:C93 AND", "name:/re/", "name:a~", "name:\"",
        'code:"C93"', "NOT", "code:C93^2", "_exists_:code", "x" * (LONGEST + 1), " AND ".join(["name:a"] * 21),
    ],
)  # fmt: skip
def test_all_else_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        conditions_of(text)


@given(st.text(alphabet='code:name AND OR NOT()"*-C93.2 x', max_size=60))
def test_whatever_is_sent_is_read_or_refused(text: str) -> None:
    try:
        found = conditions_of(text)
    except BadInput:
        return
    assert all(c.values and all(v.text for v in c.values) for c in found)
