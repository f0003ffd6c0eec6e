"""`/service` and `/application`, asked as clients of MedlinePlus Connect and of HL7's guide ask."""

import gzip
import json
import re
from xml.etree import ElementTree

import pytest
from django.test import Client

from nosograph.atlas.reading import Atlas
from nosograph.web.accounts.models import Account
from nosograph.web.tokens.models import Token

from ..reading_html import Page

pytestmark = pytest.mark.django_db

OID = "2.16.840.1.113883.6.90"
MAIN = "mainSearchCriteria.v"
ASKED = {f"{MAIN}.cs": OID, f"{MAIN}.c": "C93.32"}
ATOM = "{http://www.w3.org/2005/Atom}"
FORM = "application/x-www-form-urlencoded"


def topics_by_json(client: Client, code: str) -> list[dict[str, str]]:
    """What a client of the JSON service keeps of an answer, written from recorded answers."""
    asked = {f"{MAIN}.cs": OID, f"{MAIN}.c": code, "knowledgeResponseType": "application/json"}
    feed = json.loads(client.get("/service", asked).content)
    found = []
    for entry in feed["feed"]["entry"]:
        found.append(
            {
                "title": entry["title"]["_value"],
                "url": entry["link"][0]["href"],
                "summary": entry["summary"]["_value"],
                "also": "".join(re.findall(r'<p class="NLMalsoCalled">(.*?)</p>', entry["summary"]["_value"])),
            }
        )
    return found


def topics_by_xml(client: Client, code: str) -> list[dict[str, str]]:
    """What a client of the XML service keeps of an answer: it says no type, so that it gets Atom."""
    root = ElementTree.fromstring(client.get("/service", {f"{MAIN}.cs": OID, f"{MAIN}.c": code}).content)
    return [
        {
            "title": entry.findtext(f"{ATOM}title", ""),
            "url": next(
                link.get("href", "") for link in entry.findall(f"{ATOM}link") if link.get("rel") == "alternate"
            ),
            "summary": entry.findtext(f"{ATOM}summary", ""),
        }
        for entry in root.findall(f"{ATOM}entry")
    ]


@pytest.mark.parametrize("topics", [topics_by_json, topics_by_xml])
def test_a_client_of_medlineplus_connect_reads_its_topics(visitor: Client, topics: object, atlas: Atlas) -> None:
    found = topics(visitor, "C93.32")
    assert [t["title"] for t in found] == [atlas.link(key).title for key in ("C93.32", "C93.3")]
    assert [t["url"] for t in found] == ["http://testserver/C93.32", "http://testserver/C93.3"]
    assert all(t["summary"].startswith("<h3>") for t in found)
    assert topics(visitor, "ZZZ99") == []


@pytest.fixture(autouse=True)
def _reached_as_testserver(settings: object) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]


def test_the_json_feed_has_the_recorded_shape(visitor: Client) -> None:
    answer = visitor.get("/service", {**ASKED, f"{MAIN}.dn": "JMML", "knowledgeResponseType": "application/json"})
    feed = answer.json()["feed"]
    assert answer.headers["Content-Type"] == "application/json"
    assert set(feed) == {"base", "lang", "xsi", "title", "updated", "id", "author", "subtitle", "category", "entry"}
    assert feed["subtitle"] == {"type": "text", "_value": "Nosograph results for ICD-10-CM C93.32"}
    assert feed["category"][:4] == [
        {"scheme": f"{MAIN}.c", "term": "C93.32"}, {"scheme": f"{MAIN}.cs", "term": OID},
        {"scheme": f"{MAIN}.dn", "term": "JMML"}, {"scheme": "informationRecipient", "term": "PAT"},
    ]  # fmt: skip
    assert feed["category"][4] == {"scheme": "urn:nosograph:match", "term": "exact"}
    entry = feed["entry"][0]
    assert set(entry) == {"lang", "title", "link", "id", "summary", "category", "updated"}
    assert entry["title"]["type"] == "text"
    assert entry["summary"]["type"] == "html"
    assert set(entry["link"][0]) == {"href", "rel", "type", "hreflang", "title"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry["updated"]["_value"])


def test_the_atom_feed_says_its_language_and_base_and_is_xml(visitor: Client) -> None:
    answer = visitor.get("/service", ASKED)
    root = ElementTree.fromstring(answer.content)
    assert answer.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert root.get("{http://www.w3.org/XML/1998/namespace}base") == "http://testserver/"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    ids = [e.findtext(f"{ATOM}id", "") for e in (root, *root.findall(f"{ATOM}entry"))]
    assert all(id_.startswith("tag:testserver,2026:") for id_ in ids)
    assert len(set(ids)) == 3


@pytest.mark.parametrize(
    ("code", "match", "entries"),
    [("C93.32", "exact", 2), ("C93.39", "ancestor", 2), ("T81.32XA", "retired", 2), ("ZZZ99", "not a code", 0)],
)
def test_a_header_says_how_the_code_was_found(visitor: Client, code: str, match: str, entries: int) -> None:
    answer = visitor.get("/service", {**ASKED, f"{MAIN}.c": code, "knowledgeResponseType": "application/json"})
    assert (answer.status_code, answer.headers["X-Nosograph-Match"]) == (200, match)
    assert len(answer.json()["feed"]["entry"]) == entries


def test_a_script_calls_the_function_and_no_other_script_can_be_smuggled_in(visitor: Client) -> None:
    script = {**ASKED, "knowledgeResponseType": "application/javascript"}
    answer = visitor.get("/service", {**script, "callback": "portal.show"})
    assert answer.headers["Content-Type"] == "application/javascript; charset=utf-8"
    called = re.fullmatch(r"/\*\*/portal\.show\((.*)\);", answer.content.decode(), re.DOTALL)
    assert called
    assert json.loads(called[1])["feed"]["entry"]
    for bad in ("", "alert(1)//", "a b", "x\n"):
        assert visitor.get("/service", {**script, "callback": bad}).status_code == 400


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/service", 400, "mainSearchCriteria.v.c is missing"),
        (f"/service?{MAIN}.c=C93.32", 400, "mainSearchCriteria.v.cs is missing"),
        (f"/service?{MAIN}.cs={OID}&{MAIN}.c=C93.32&{MAIN}.c=I10", 400, "number what is repeated"),
        (f"/service?{MAIN}.cs={OID}&{MAIN}.c=C93.32&knowledgeResponseType=image/png", 415, "is not known"),
        (f"/service?{'&'.join(f'x{n}=1' for n in range(80))}", 400, "cannot be read"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_that_repeats_no_code(
    visitor: Client, address: str, status: int, told: str
) -> None:
    answer = visitor.get(address)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert told in answer.json()["detail"]
    assert "C93.32" not in answer.content.decode()


def test_a_form_is_answered_as_an_address_is_and_is_kept_by_nobody(visitor: Client) -> None:
    sent = visitor.post("/service?knowledgeResponseType=application/json", ASKED)
    asked = visitor.get("/service", {**ASKED, "knowledgeResponseType": "application/json"})
    assert sent.json() == asked.json()
    assert sent.headers["Cache-Control"] == "private, no-store"
    body = f"{MAIN}.c=C93.32&{MAIN}.cs={OID}"
    assert visitor.post("/service", body, content_type=FORM).content == visitor.get("/service", ASKED).content
    assert visitor.post("/service", "{}", content_type="application/json").status_code == 415
    assert visitor.post(f"/service?{MAIN}.c=I10", ASKED).status_code == 400
    assert visitor.put("/service").status_code == 405


@pytest.mark.parametrize(
    "more",
    [
        {"age.v.v": "8", "age.v.u": "a"}, {"patientPerson.administrativeGenderCode.c": "F"},
        {"subTopic.v.c": "Q000628"}, {"informationRecipient": "PROV"},
    ],
)  # fmt: skip
def test_an_answer_for_one_person_is_kept_by_nobody_and_any_other_may_be(visitor: Client, more: dict[str, str]) -> None:
    assert visitor.get("/service", {**ASKED, **more}).headers["Cache-Control"] == "private, no-store"
    plain = visitor.get("/service", {**ASKED, "taskContext.c.c": "PROBLISTREV"})
    assert plain.headers["Cache-Control"] == "public, max-age=3600"
    assert plain.headers["Referrer-Policy"] == "no-referrer"
    again = {**ASKED, "taskContext.c.c": "PROBLISTREV"}
    assert visitor.get("/service", again, headers={"If-None-Match": plain.headers["ETag"]}).status_code == 304


def test_a_member_s_token_opens_what_others_are_not_sent(visitor: Client, account: Account, atlas: Atlas) -> None:
    _, text = Token.objects.make(account, "portal")
    rest = next(s for s in atlas.page("C93.32").article.sections if s.id == "treatment").statements[-1].text[:50]
    asked = {**ASKED, "knowledgeResponseType": "application/json"}
    opened = visitor.get("/service", asked, headers={"Authorization": f"Bearer {text}"})
    assert rest in opened.json()["feed"]["entry"][0]["summary"]["_value"]
    assert opened.headers["Cache-Control"] == "private, no-store"
    assert rest not in visitor.get("/service", asked).content.decode()
    assert visitor.get("/service", asked, headers={"Authorization": "Bearer nonsense"}).status_code == 401


def test_a_session_of_a_browser_opens_nothing(member: Client, visitor: Client) -> None:
    assert member.get("/service", ASKED).content == visitor.get("/service", ASKED).content


def test_answers_are_compressed_for_those_who_ask(visitor: Client) -> None:
    packed = visitor.get("/service", ASKED, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == visitor.get("/service", ASKED).content


@pytest.mark.parametrize("address", ["/service?knowledgeResponseType=text/html", "/application"])
def test_people_are_led_to_the_page_and_nothing_about_them_goes_along(visitor: Client, address: str) -> None:
    about = {"age.v.v": "8", "age.v.u": "a", "patientPerson.administrativeGenderCode.c": "F"}
    sent = visitor.post(address, {**ASKED, **about})
    assert (sent.status_code, sent.headers["Location"]) == (303, "/C93.32")
    topic = visitor.post(address, {**ASKED, **about, "subTopic.v.c": "Q000628"})
    assert topic.headers["Location"] == "/C93.32#treatment"
    assert topic.headers["Referrer-Policy"] == "no-referrer"
    asked = visitor.get("/application", ASKED)
    assert (asked.status_code, asked.headers["Location"]) == (302, "/C93.32")


@pytest.mark.parametrize(
    ("sent", "status", "heading", "told"),
    [
        ({}, 200, "What does this diagnosis code mean?", ""),
        ({**ASKED, f"{MAIN}.c": "ZZZ99"}, 200, "There is no code ZZZ99", "is not in the release"),
        ({**ASKED, f"{MAIN}.c": "C93.39"}, 200, "There is no code C93.39", "nearest entry above it is below"),
        ({**ASKED, f"{MAIN}.c": "T81.32XA"}, 200, "T81.32XA is no longer a code", "until fiscal year 2024"),
        (
            {f"{MAIN}.c": "195967001", f"{MAIN}.cs": "2.16.840.1.113883.6.96"}, 200,
            "There is no page for this code", "was sent as a code of SNOMED CT",
        ),
        ({f"{MAIN}.c": "C93.32"}, 400, "This question cannot be answered", f"{MAIN}.cs is missing"),
        ({**ASKED, f"{MAIN}.c1": "I10", f"{MAIN}.cs1": OID}, 200, "The pages for these codes", "C93.32"),
    ],
)  # fmt: skip
def test_who_has_no_single_page_is_told_why_and_can_search(
    visitor: Client, sent: dict[str, str], status: int, heading: str, told: str
) -> None:
    answer = visitor.get("/application", sent)
    page = Page(answer.content.decode())
    assert answer.status_code == status
    assert page.faults == []
    assert heading in page.text
    assert told in page.text
    assert "/browse" in page.hrefs()
    assert [a for tag, a in page.elements if tag == "form" and a.get("action") == "/search"]
    assert not answer.cookies


def test_a_name_without_a_code_waits_in_the_search_box(visitor: Client) -> None:
    page = Page(visitor.get("/application", {f"{MAIN}.dn": "Asthma <b>"}).content.decode())
    assert "Asthma <b>" in [a.get("value") for tag, a in page.elements if tag == "input"]


def test_who_asks_in_spanish_is_told_so_in_spanish(visitor: Client) -> None:
    sent = {**ASKED, f"{MAIN}.c": "C93.39", "informationRecipient.languageCode.c": "es"}
    assert '<p lang="es">' in visitor.get("/application", sent).content.decode()


def test_nothing_of_a_request_is_logged_even_where_it_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Atlas, key: str, **_more: bool) -> None:
        raise RuntimeError(f"cannot read {key}")

    client = Client(raise_request_exception=False)
    assert client.get("/service", {**ASKED, f"{MAIN}.c": "ZZZ99"}).status_code == 200
    assert client.get("/service", {f"{MAIN}.c": "ZZZ99"}).status_code == 400
    monkeypatch.setattr(Atlas, "page", fail)
    assert client.get("/service", {**ASKED, "age.v.v": "1957"}).status_code == 500
    told = "".join(capsys.readouterr())
    assert "RuntimeError" in told
    assert not [word for word in ("C93", "ZZZ", "1957", "mainSearchCriteria") if word in told]


def test_a_page_for_one_who_lands_is_that_of_any_visitor(member: Client) -> None:
    answer = member.get("/application")
    assert "Log out" not in answer.content.decode()
    assert answer.headers["Cache-Control"] == "private, no-store"
