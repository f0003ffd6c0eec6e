"""Laws of codes as people type them, for any text."""

from hypothesis import given
from hypothesis import strategies as st

from nosograph.errors import BadInput
from nosograph.icd10cm.spelling import CODE, normalise, resolve, undotted

from .conftest import law

CODES = st.from_regex(CODE, fullmatch=True)
TYPED = st.one_of(st.text(), st.text(alphabet="cCsS0179xXaA.-– \t"), CODES)


@law
@given(TYPED)
def test_any_text_is_normalised_or_refused_and_normalising_again_changes_nothing(text):
    try:
        spelled = normalise(text)
    except BadInput:
        return
    assert normalise(spelled) == spelled
    assert spelled.isascii()


@law
@given(CODES, st.booleans(), st.booleans(), st.sampled_from(["", " ", "\u00a0", "\t"]))
def test_case_point_and_blanks_do_not_matter(code, small, bare, blank):
    typed = undotted(code) if bare else code
    typed = blank + (typed.lower() if small else typed) + blank
    assert normalise(typed) == code


@law
@given(TYPED, st.sets(CODES))
def test_resolving_never_raises_and_only_finds_what_is_there(text, keys):
    assert resolve(keys, text) in {None, *keys}
