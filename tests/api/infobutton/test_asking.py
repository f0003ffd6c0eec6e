"""The parameters of an Infobutton request, as the guide writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.api.infobutton.asking import MAIN, asked, has_code
from nosograph.errors import BadInput

OID = "2.16.840.1.113883.6.90"
ONE = [(f"{MAIN}.c", "C93.32"), (f"{MAIN}.cs", OID)]


def test_a_code_and_its_system_are_all_that_is_needed() -> None:
    wanted = asked([(f"{MAIN}.c", " C93.32 "), (f"{MAIN}.cs", f"urn:oid:{OID}"), (f"{MAIN}.dn", "JMML")])
    assert [(c.code, c.system, c.display) for c in wanted.criteria] == [("C93.32", OID, "JMML")]
    assert (wanted.recipient, wanted.language, wanted.topic, wanted.personal) == ("PAT", "en", None, False)


def test_numbered_codes_follow_in_the_order_of_their_numbers() -> None:
    more = [(f"{MAIN}.c10", "I10"), (f"{MAIN}.cs10", OID), (f"{MAIN}.cs2", OID), (f"{MAIN}.c2", "J18.9")]
    assert [c.code for c in asked([*more, *ONE]).criteria] == ["C93.32", "J18.9", "I10"]


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ([], "mainSearchCriteria.v.c is missing"),
        ([(f"{MAIN}.c", "  "), (f"{MAIN}.cs", OID)], "mainSearchCriteria.v.c is missing"),
        ([(f"{MAIN}.c", "C93.32")], "mainSearchCriteria.v.cs is missing"),
        ([*ONE, (f"{MAIN}.c1", "I10")], "mainSearchCriteria.v.cs1 is missing"),
        ([*ONE, (f"{MAIN}.c", "I10")], "'mainSearchCriteria.v.c' is sent 2 times; number what is repeated"),
        ([*ONE, ("age.v.v", "1"), ("age.v.v", "1")], "'age.v.v' is sent 2 times"),
        ([*ONE, *((f"{MAIN}.c{n}", "I10") for n in range(1, 30))], "too many for one request"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_remedy(sent: list[tuple[str, str]], message: str) -> None:
    with pytest.raises(BadInput) as problem:
        asked(sent)
    assert message in str(problem.value)
    assert "I10" not in str(problem.value)  # a refusal repeats no code


@pytest.mark.parametrize(
    ("name", "value", "personal"),
    [
        ("knowledgeResponseType", "application/json", False),
        ("taskContext.c.c", "PROBLISTREV", False),
        ("informationRecipient.languageCode.c", "es", False),
        ("age.v.v", "40", True),
        ("patientPerson.administrativeGenderCode.c", "F", True),
        ("subTopic.v.c", "Q000628", True),
        ("informationRecipient", "PROV", True),
        ("locationOfInterest.addr.ZIP", "02139", True),
    ],
)
def test_what_is_told_of_a_person_makes_the_answer_personal(name: str, value: str, personal: bool) -> None:
    assert asked([*ONE, (name, value)]).personal is personal


def test_where_a_person_lives_is_never_sent_back() -> None:
    wanted = asked([*ONE, ("locationOfInterest.addr.ZIP", "02139"), ("age.v.v", "40"), ("age.v.u", "a")])
    assert wanted.echo == (("age.v.v", "40"), ("age.v.u", "a"), ("ageGroup.v.c", "D000328"))


def test_an_age_group_that_is_sent_goes_before_one_that_an_age_gives() -> None:
    wanted = asked([*ONE, ("age.v.v", "40"), ("age.v.u", "a"), ("ageGroup.v.c", "D002648")])
    assert wanted.person.group is not None
    assert wanted.person.group.mesh == "D002648"


@pytest.mark.parametrize(
    ("sent", "language"), [("", "en"), ("en-US", "en"), ("ES", "es"), ("es_MX", "es"), ("sp", "es"), ("fr", "fr")]
)
def test_a_language_is_told_without_its_country(sent: str, language: str) -> None:
    assert asked([*ONE, ("informationRecipient.languageCode.c", sent)]).language == language


def test_a_sub_topic_of_another_system_than_mesh_is_not_understood() -> None:
    assert asked([*ONE, ("subTopic.v.c", "Q000628"), ("subTopic.v.cs", "2.16.840.1.113883.6.177")]).topic == "Q000628"
    assert asked([*ONE, ("subTopic.v.c", "Q000628")]).topic == "Q000628"
    assert asked([*ONE, ("subTopic.v.c", "Q000628"), ("subTopic.v.cs", "2.16.840.1.113883.6.96")]).topic is None


def test_a_request_without_a_code_is_told_from_one_with_an_empty_one() -> None:
    assert has_code(ONE)
    assert not has_code([(f"{MAIN}.c", " "), (f"{MAIN}.cs", OID)])


NAMES = st.sampled_from(
    [f"{MAIN}.{part}{n}" for part in ("c", "cs", "dn", "ot") for n in ("", "1", "2", "007")]
    + ["age.v.v", "age.v.u", "ageGroup.v.c", "subTopic.v.c", "informationRecipient", "knowledgeResponseType", "x"]
)


@given(st.lists(st.tuples(NAMES, st.text(max_size=30)), max_size=12))
def test_whatever_is_sent_is_understood_or_refused(sent: list[tuple[str, str]]) -> None:
    try:
        wanted = asked(sent)
    except BadInput:
        return
    assert wanted.criteria
    assert all(c.code.strip() and c.system for c in wanted.criteria)
    assert wanted.recipient in ("PAT", "PROV", "PAYOR")
