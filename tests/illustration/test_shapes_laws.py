"""Laws of the writer: any text gives well-formed XML that reads back as the text."""

from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from nosograph.illustration.shapes import escape, markup, number, shape

from .conftest import law

TEXT = st.one_of(st.text(), st.text(alphabet="<>&\"'\x00\x0b\r\n\t\ufffe\ud800]]>é漢"))
NUMBERS = st.floats(min_value=-1e6, max_value=1e6)


def writable(text: str) -> str:
    """What XML 1.0 can hold of a text (section 2.2), without the carriage return that parsers change."""
    return "".join(
        c for c in text
        if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )  # fmt: skip


@law
@given(TEXT)
def test_any_text_between_tags_reads_back(text):
    root = fromstring(markup(shape("text", text=text)))
    assert (root.text or "") == writable(text)
    assert len(root) == 0


@law
@given(TEXT)
def test_any_text_in_an_attribute_is_well_formed_and_stays_one_attribute(text):
    root = fromstring(markup(shape("text", data_note=text, id="a")))
    assert set(root.attrib) == {"data-note", "id"}
    assert root.get("data-note", "").split() == writable(text).split()


@law
@given(TEXT)
def test_escaped_text_holds_nothing_that_could_open_a_tag_or_close_a_quote(text):
    assert not set(escape(text)) & set('<>"')


@law
@given(NUMBERS, st.integers(0, 4))
def test_a_number_is_rounded_short_and_reads_back(value, digits):
    text = number(value, digits)
    assert abs(float(text) - value) <= 0.5 * 10**-digits + 1e-9 * abs(value)
    assert text != "-0"
    assert "e" not in text
    assert "." not in text or text[-1] not in "0."


LEAVES = st.builds(lambda t: shape("text", text=t), TEXT)
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4).map(lambda x: shape("g", *x)), max_leaves=12)


@law
@given(TREES)
def test_any_tree_of_shapes_is_well_formed(tree):
    assert fromstring(markup(tree)).tag in ("g", "text")
