"""The main job as a person does it, in a real browser, against the real server."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from nosograph.atlas.reading import Atlas

from .serving import Live

pytestmark = pytest.mark.browser

PASSWORD = "maple kettle window"


@pytest.fixture
def context(browser: Browser, live: Live) -> Iterator[BrowserContext]:
    """A browser without JavaScript that has never been here, and that may reach this site alone."""
    context = browser.new_context(base_url=live.url, java_script_enabled=False)
    foreign: list[str] = []
    context.on("request", lambda r: foreign.append(r.url) if not r.url.startswith((live.url, "data:")) else None)
    yield context
    context.close()
    assert foreign == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def rest_of_treatment(atlas: Atlas, key: str) -> list[str]:
    """What only members are told."""
    section = next(s for s in atlas.page(key).article.sections if s.id == "treatment")
    return [s.text for s in section.statements if not s.opening]


def sign_up(page: Page, email: str) -> None:
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign up").click()


def test_a_parent_finds_reads_signs_up_saves_and_leaves(page: Page, live: Live, atlas: Atlas) -> None:
    hidden = rest_of_treatment(atlas, "C93.32")[0]
    page.goto("/")
    page.get_by_label("Type a code, or words").fill("juvenile myelo")
    page.get_by_role("button", name="Search").click()
    page.locator(".entry-list a", has=page.get_by_text("C93.32", exact=True)).click()
    expect(page).to_have_url(f"{live.url}/C93.32")

    picture = page.get_by_role("img", name=re.compile("C93.32"))
    expect(picture).to_be_visible()
    page.get_by_text("What am I looking at?").click()
    in_words = page.locator(".illustration details p")
    expect(in_words).to_be_visible()
    expect(in_words).to_have_text(atlas.page("C93.32").article.scene.description)

    expect(page.get_by_text(hidden)).to_have_count(0)
    page.get_by_role("link", name="Sign up to read on").click()
    sign_up(page, "journey@example.org")
    expect(page).to_have_url(f"{live.url}/C93.32#treatment")
    expect(page.get_by_role("heading", name="Treatment", exact=True)).to_be_in_viewport()
    expect(page.get_by_text(hidden)).to_be_visible()

    page.get_by_role("button", name="Save this page").click()
    expect(page.get_by_role("button", name="Saved – remove")).to_be_visible()
    page.get_by_role("link", name="My pages", exact=True).click()
    card = page.get_by_role("article").filter(has_text="C93.32")
    card.get_by_label("Your note").fill("Ask about the donor.")
    card.get_by_role("button", name="Save note").click()
    expect(page.get_by_label("Your note")).to_have_value("Ask about the donor.")
    page.get_by_role("link", name="C93.32").click()

    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_text("You are logged out.")).to_be_visible()
    page.goto("/C93.32")
    expect(page.get_by_text(hidden)).to_have_count(0)
    expect(page.get_by_role("link", name="Sign up to read on")).to_be_visible()


def test_a_visitor_s_copy_of_the_page_is_never_shown_to_a_member_nor_the_other_way(page: Page, atlas: Atlas) -> None:
    hidden = rest_of_treatment(atlas, "C93.32")[0]
    page.goto("/C93.32")
    page.get_by_role("link", name="Sign up to read on").click()
    sign_up(page, "copies@example.org")
    page.go_back()
    page.go_back()
    page.goto("/C93.32")
    expect(page.get_by_text(hidden)).to_be_visible()
    page.get_by_role("button", name="Log out").click()
    page.goto("/C93.32")
    expect(page.get_by_text(hidden)).to_have_count(0)


def test_a_code_as_people_type_it_leads_to_its_page(page: Page, live: Live) -> None:
    for typed in ("C93.32", "c9332", " C93 32 "):
        page.goto("/")
        page.get_by_label("Type a code, or words").fill(typed)
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{live.url}/C93.32")


def test_everything_can_be_reached_by_keyboard(page: Page) -> None:
    page.goto("/C93.32")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main a, main button, main summary").first).to_be_focused()


@pytest.mark.parametrize("address", ["/", "/C93.32", "/2", "/search?q=leukemia", "/account/signup/", "/C93.39"])
def test_a_page_fits_320_pixels_and_400_percent(
    context: BrowserContext, browser: Browser, live: Live, address: str
) -> None:
    narrow = browser.new_context(base_url=live.url, viewport={"width": 320, "height": 640})
    page = narrow.new_page()
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    narrow.close()


def test_on_paper_the_page_has_its_text_and_none_of_its_controls(page: Page) -> None:
    page.goto("/C93.32")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".illustration svg.picture")).to_be_visible()
    for control in (".site-header nav", ".save-page", ".members-gate", ".contents-list"):
        expect(page.locator(control).first).to_be_hidden()


def test_the_server_s_log_never_says_what_was_looked_up(page: Page, live: Live) -> None:
    for address in ("/C93.31", "/search?q=juvenile", "/C93.39", "/c9330"):
        page.goto(address)
    assert "C93" not in live.log.read_text().upper()
    assert "juvenile" not in live.log.read_text()


def test_what_the_server_keeps_is_its_owner_s_alone(live: Live) -> None:
    assert (live.data / "secret-key").stat().st_mode & 0o777 == 0o600
