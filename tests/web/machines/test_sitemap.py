"""The map of all pages for search engines."""

import re
from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client

from nosograph.atlas.reading import Atlas
from nosograph.web.machines.open_web import sitemap

pytestmark = pytest.mark.django_db

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/xml")
    return [found.text for found in fromstring(answer.content).iter(f"{SPACE}loc")]


def test_from_robots_to_every_entry_and_each_once(
    visitor: Client, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "A_FILE", 100)
    told = re.search(r"^Sitemap: http://testserver(/.*)$", visitor.get("/robots.txt").content.decode(), re.MULTILINE)
    files = locations(visitor, told[1])
    assert len(files) == -(-len(atlas.keys()) // 100)
    pages = [page for file in files for page in locations(visitor, file.removeprefix("http://testserver"))]
    assert pages == [f"http://testserver/{key}" for key in atlas.keys()]  # noqa: SIM118 - an atlas is no mapping
    assert visitor.get(pages[-1].removeprefix("http://testserver")).status_code == 200


def test_the_day_of_a_page_is_that_on_which_its_text_was_last_changed(visitor: Client, atlas: Atlas) -> None:
    found = fromstring(visitor.get("/sitemap-1.xml").content)
    days = {url.findtext(f"{SPACE}loc").rpartition("/")[2]: url.findtext(f"{SPACE}lastmod") for url in found}
    for key in ("C93.32", "2", "S72.001A"):
        review = atlas.page(key).article.review
        assert days[key] == max(review.written, review.changed or "")
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days.values())


def test_a_file_holds_no_more_than_the_protocol_allows() -> None:
    assert sitemap.A_FILE <= 50_000


@pytest.mark.parametrize("address", ["/sitemap-0.xml", "/sitemap-2.xml", "/sitemap-99999999999999999999.xml"])
def test_there_is_no_file_beyond_the_last(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404
