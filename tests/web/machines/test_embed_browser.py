"""The card on a page of another origin, and linked data, in a real browser."""

import json
import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from nosograph.atlas.reading import Atlas

from ..serving import Live, served

pytestmark = pytest.mark.browser

CODES = ("C93.32", "S72.001A", "W56.22XA")
WIDTHS = (320, 480, 640)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Another site on another port: its address, and the folder of its pages."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}", tmp_path
        server.shutdown()


@pytest.fixture(params=["light", "dark"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(color_scheme=request.param, viewport={"width": 700, "height": 900})
    yield made
    made.close()


def frame_of(live: Live, code: str, width: int) -> str:
    """The markup of a frame, as oEmbed gives it."""
    query = urlencode({"url": f"{live.url}/{code}", "maxwidth": width})
    with urllib.request.urlopen(f"{live.url}/oembed?{query}", timeout=30) as answer:
        return json.load(answer)["html"]


def test_a_portal_shows_cards_whole_with_their_pictures_and_their_links_open_beside_it(
    context: BrowserContext, live: Live, portal: tuple[str, Path], atlas: Atlas
) -> None:
    url, folder = portal
    frames = "\n".join(f"<p>{frame_of(live, code, width)}</p>" for code in CODES for width in WIDTHS)
    (folder / "index.html").write_text(f"<!doctype html><title>A portal</title>{frames}", "utf-8")
    referrers: list[str | None] = []
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if "favicon" not in str(message.location) else None)
    page.on("request", lambda r: referrers.append(r.headers.get("referer")) if r.is_navigation_request() else None)
    page.goto(url)
    for i, code in enumerate(CODES):
        for j, width in enumerate(WIDTHS):
            place = page.locator("iframe").nth(i * len(WIDTHS) + j)
            place.scroll_into_view_if_needed()
            card = place.content_frame
            expect(card.get_by_role("heading", level=1)).to_have_text(atlas.link(code).title)
            expect(card.get_by_text(atlas.page(code).article.summary)).to_be_visible()
            picture = card.locator("img")
            expect(picture).to_have_js_property("complete", True)
            assert picture.evaluate("each => each.naturalWidth") > 0
            sizes = card.locator("html").evaluate("e => [innerWidth, e.scrollWidth, innerHeight, e.scrollHeight]")
            assert sizes[0] == sizes[1] == width, (code, sizes)
            assert sizes[2] == sizes[3], f"{code} at {width} has to be scrolled: {sizes}"
    assert set(referrers) == {None}  # this site is not told on which page a card stands
    with context.expect_page() as opened:
        page.locator("iframe").first.content_frame.get_by_role("link").click()
    expect(opened.value).to_have_url(f"{live.url}/C93.32")
    assert page.url.rstrip("/") == url
    assert told == []


def test_no_other_page_can_be_framed(browser: Browser, live: Live, portal: tuple[str, Path]) -> None:
    url, folder = portal
    (folder / "index.html").write_text(f'<!doctype html><iframe src="{live.url}/C93.32"></iframe>', "utf-8")
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(url)
    expect(page.locator("iframe").content_frame.get_by_role("heading", level=1)).to_have_count(0)
    assert any("frame-ancestors" in line for line in told)
    page.close()


def test_an_owner_s_list_of_sites_is_kept(browser: Browser, atlas_path: Path, portal: tuple[str, Path]) -> None:
    url, folder = portal
    with served(atlas_path, NOSOGRAPH_FRAMES=url) as ours, served(atlas_path, NOSOGRAPH_FRAMES="none") as closed:
        (folder / "index.html").write_text(
            "<!doctype html>"
            + "".join(f'<iframe src="{escape(s.url)}/embed/C93.32"></iframe>' for s in (ours, closed)),
            "utf-8",
        )
        page = browser.new_page()
        page.goto(url)
        expect(page.locator("iframe").first.content_frame.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator("iframe").last.content_frame.get_by_role("heading", level=1)).to_have_count(0)
        page.close()


def test_linked_data_is_there_to_read_and_the_policy_of_the_page_has_nothing_against_it(
    browser: Browser, live: Live
) -> None:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{live.url}/C93.32")
    data = json.loads(page.locator('script[type="application/ld+json"]').text_content() or "")
    assert data["@type"] == "MedicalWebPage"
    assert data["url"] == page.locator("link[rel=canonical]").get_attribute("href") == f"{live.url}/C93.32"
    assert page.locator('meta[property="og:image"]').get_attribute("content") == f"{live.url}/C93.32.card.png"
    assert told == []
    page.close()


def test_a_card_can_be_used_by_keyboard_and_printed(browser: Browser, live: Live) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 500})
    page.goto(f"{live.url}/embed/C93.32")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Read the whole page about C93.32 (opens in a new tab)")).to_be_focused()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("img")).to_be_visible()
    page.close()
