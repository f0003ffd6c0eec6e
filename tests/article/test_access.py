"""What is for members is absent from what others are sent; when to get help is for everyone."""

import pytest

from nosograph.article.access import MEMBERS_DEFAULT, as_seen_by, members_only
from nosograph.article.outline import OUTLINES
from nosograph.errors import BadInput

GATEABLE = {s for outline in OUTLINES.values() for s, _ in outline} - {"get-help"}


def section(seen, ident):
    return next(s for s in seen.sections if s.section.id == ident)


def test_visitors_get_the_opening_of_treatment_and_members_all_of_it(article):
    whole = next(s for s in article("C93.32").sections if s.id == "treatment")
    public = section(as_seen_by(article("C93.32"), member=False, members_only=MEMBERS_DEFAULT), "treatment")
    member = section(as_seen_by(article("C93.32"), member=True, members_only=MEMBERS_DEFAULT), "treatment")
    assert (public.cut, public.for_members) == (True, True)
    assert (member.cut, member.for_members) == (False, True)
    assert member.section == whole
    assert 0 < len(public.section.statements) < len(whole.statements)
    assert set(public.section.statements) == {s for s in whole.statements if s.opening} or (
        public.section.statements == whole.statements[:1]
    )


def test_what_is_for_members_is_nowhere_in_what_a_visitor_is_given(article):
    whole = article("C93.32")
    seen = as_seen_by(whole, member=False, members_only=MEMBERS_DEFAULT)
    kept = {s.text for s in section(seen, "treatment").section.statements}
    hidden = {s.text for x in whole.sections if x.id == "treatment" for s in x.statements} - kept
    assert hidden
    assert not any(text in repr(seen) for text in hidden)


def test_nothing_but_the_gated_section_changes(article, spread):
    wrong = []
    for key in spread[::7]:
        whole = article(key)
        seen = as_seen_by(whole, member=False, members_only=MEMBERS_DEFAULT)
        pairs = zip(whole.sections, seen.sections, strict=True)
        wrong.extend(
            (key, a.id) for a, b in pairs if a.id != "treatment" and (a != b.section or b.cut or b.for_members)
        )
        if seen.article.summary != whole.summary or seen.article.scene != whole.scene:
            wrong.append(key)
    assert wrong == []


def test_members_and_an_open_site_see_the_article_as_it_was_written(article):
    whole = article("C93.32")
    assert as_seen_by(whole, member=True, members_only=MEMBERS_DEFAULT).article == whole
    assert as_seen_by(whole, member=False, members_only=members_only("none")).article == whole


def test_a_section_with_one_statement_or_none_has_nothing_to_keep_back(article, spread):
    wrong = []
    for key in spread[::7]:
        for seen in as_seen_by(article(key), member=False, members_only=frozenset(GATEABLE)).sections:
            if len(seen.section.statements) == 0 and (seen.cut or seen.section.empty is None):
                wrong.append((key, seen.section.id))
            if seen.cut and not seen.section.statements:
                wrong.append((key, seen.section.id))
    assert wrong == []


@pytest.mark.parametrize("kind", list(OUTLINES))
def test_help_is_never_cut_whatever_is_kept_for_members(article, facets, kind):
    key = next(k for k, f in facets.items() if f.kind is kind and not k[0].isdigit())
    seen = as_seen_by(article(key), member=False, members_only=frozenset({*GATEABLE, "get-help"}) & frozenset(GATEABLE))
    help_ = section(seen, "get-help")
    assert not help_.cut
    assert help_.section == next(s for s in article(key).sections if s.id == "get-help")


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("treatment", {"treatment"}),
        ("none", set()),
        ("", set()),
        (" treatment , outlook ", {"treatment", "outlook"}),
        ("treatment,,treatment", {"treatment"}),
        ("definition,questions,safety", {"definition", "questions", "safety"}),
    ],
)
def test_the_setting_names_sections_with_commas_between(setting, expected):
    assert members_only(setting) == expected


@pytest.mark.parametrize(
    "setting", ["get-help", "treatment,get-help", "Treatment", "everything", "none,treatment", "treat ment"]
)
def test_a_setting_that_names_no_section_or_the_help_is_refused_with_the_choice(setting):
    with pytest.raises(BadInput) as refused:
        members_only(setting)
    assert "cannot be kept for members; choose from" in str(refused.value)
    assert "or none" in str(refused.value)
    assert "get-help" not in str(refused.value).split("choose from")[1]


def test_every_other_section_of_every_outline_can_be_kept_for_members():
    assert members_only(",".join(sorted(GATEABLE))) == GATEABLE


def test_the_default_is_treatment_alone():
    assert {"treatment"} == MEMBERS_DEFAULT
