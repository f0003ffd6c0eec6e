"""Laws of search, for anything that somebody may type."""

from hypothesis import given
from hypothesis import strategies as st

from .conftest import law

WORDS = [
    "leukemia",
    "juvenile",
    "C93.32",
    "c93",
    "AND",
    "NEAR",
    "NOT",
    "(",
    ")",
    '"',
    "*",
    "^",
    ":",
    "-",
    "'",
    "JMML",
    "in",
]
QUERY = st.one_of(
    st.text(), st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), st.text("()\"'*^:-+{}%_\\ aA0")
)


@law
@given(QUERY, st.integers(-2, 30))
def test_no_query_raises_and_no_entry_is_found_twice(atlas, query, limit):
    hits = atlas.search(query, limit)
    keys = [h.link.key for h in hits]
    assert len(hits) <= max(0, limit)
    assert len(set(keys)) == len(keys)
    assert all(h.why for h in hits)


@law
@given(QUERY)
def test_the_same_query_gives_the_same_answer(atlas, query):
    assert atlas.search(query, 10) == atlas.search(query, 10)


@law
@given(st.data())
def test_every_entry_is_found_first_by_its_own_code(atlas, data):
    key = data.draw(st.sampled_from(atlas.keys()))
    code = atlas.link(key).code
    typed = data.draw(st.sampled_from([code, code.lower(), code.replace(".", ""), f" {code} "]))
    first = atlas.search(typed, 3)[0]
    assert (first.link.code, first.why) == (code, "code")


@law
@given(st.data())
def test_every_entry_is_found_by_its_own_title(atlas, data):
    """As a result, or among the sides and visits of one."""
    link = atlas.link(data.draw(st.sampled_from(atlas.keys())))
    hits = atlas.search(link.title, 10)
    found = {h.link.title for h in hits} | {atlas.link(r.key).title for h in hits for r in h.refinements}
    assert link.title in found
