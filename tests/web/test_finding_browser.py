"""Finding, as people do it with keyboard and mouse, in a real browser with scripts."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .serving import Live

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, live: Live) -> Iterator[Page]:
    """A browser that may reach this site alone."""
    context = browser.new_context(base_url=live.url)
    foreign: list[str] = []
    context.on("request", lambda r: foreign.append(r.url) if not r.url.startswith((live.url, "data:")) else None)
    yield context.new_page()
    context.close()
    assert foreign == []


def typed(page: Page, text: str, first: str) -> None:
    page.goto("/")
    page.get_by_role("combobox").press_sequentially(text, delay=20)
    expect(page.get_by_role("option").first).to_contain_text(first)
    page.wait_for_load_state("networkidle")  # the answer to the last letter may still be under way


def test_results_come_while_one_types_and_the_keyboard_chooses_one(page: Page, live: Live) -> None:
    typed(page, "juvenile my", "C93.3")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "none")
    box.press("Enter")
    expect(page).to_have_url(f"{live.url}/C93.3")


def test_escape_closes_the_list_and_enter_then_searches(page: Page, live: Live) -> None:
    typed(page, "juvenile my", "C93.3")
    box = page.get_by_role("combobox")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("Enter")
    expect(page).to_have_url(f"{live.url}/search?q=juvenile+my")


def test_above_the_first_option_is_the_field_and_then_the_last(page: Page) -> None:
    typed(page, "leukemia", "C9")
    box = page.get_by_role("combobox")
    box.press("ArrowDown")
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")


def test_a_click_on_an_option_opens_its_page(page: Page, live: Live) -> None:
    typed(page, "jmml", "C93.3")
    page.get_by_role("option").first.click()
    expect(page).to_have_url(f"{live.url}/C93.3")


def test_the_open_list_is_told_to_screen_readers_and_passes_axe(page: Page) -> None:
    typed(page, "leukemia", "C9")
    expect(page.locator(".search-box [role=status]").first).to_contain_text("results")
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []


def test_a_region_of_the_map_lights_up_and_leads_on(page: Page, live: Live) -> None:
    page.goto("/body?figure=man")
    thigh = page.locator(".body-map a[href='/body/thigh']").first
    quiet = thigh.locator(".region").first.evaluate("e => getComputedStyle(e).fillOpacity")
    thigh.focus()
    assert quiet == "0"
    assert thigh.locator(".region").first.evaluate("e => Number(getComputedStyle(e).fillOpacity)") > 0.3
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live.url}/body/thigh")
