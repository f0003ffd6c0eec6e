"""Accessibility, checked by axe on each kind of page: signed in and out, light and dark."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .serving import Live

pytestmark = pytest.mark.browser

PASSWORD = "maple kettle window"
FOR_ALL = [
    "/", "/C93.32", "/S72.001A", "/W56.22XA", "/C93.3", "/C81-C96", "/2", "/browse", "/about", "/sources", "/privacy",
    "/search", "/search?q=leukemia", "/search?q=zzyzx", "/facets", "/facets/site",
    "/facets/kind/injury", "/facets/kind/injury?page=2", "/C93.39", "/no-such-page",
    "/coverage", "/C93.32/suggest", "/plates", "/body", "/body/blood-marrow-immune", "/glossary", "/builder",
    "/builder/S72.00", "/search?q=jmml", "/C93.32/visit", "/developers", "/embed/C93.32", "/embed/C93.39",
    "/T81.32XA", "/application",
    "/application?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=C93.39",
    "/application?mainSearchCriteria.v.c=C93.39",
]  # fmt: skip
FOR_VISITORS = ["/account/login/", "/account/signup/", "/account/password/reset/", "/account/password/reset/done/"]
FOR_MEMBERS = [
    "/saved/", "/account/", "/account/tokens/", "/account/email/", "/account/password/change/",
    "/account/delete/", "/account/logout/",
]  # fmt: skip


@pytest.fixture(scope="module")
def signed_in(browser: Browser, live: Live) -> dict:
    """The cookies of a member who has saved a page and written a note."""
    context = browser.new_context(base_url=live.url)
    page = context.new_page()
    page.goto("/account/signup/?next=/C93.32")
    page.get_by_label("E-mail address").fill("axe@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign up").click()
    page.get_by_role("button", name="Save this page").click()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return request.param


def opened(browser: Browser, live: Live, scheme: str, state: dict | None = None) -> Iterator[Page]:
    context = browser.new_context(base_url=live.url, color_scheme=scheme, storage_state=state)
    yield context.new_page()
    context.close()


@pytest.fixture
def visitor_page(browser: Browser, live: Live, scheme: str) -> Iterator[Page]:
    yield from opened(browser, live, scheme)


@pytest.fixture
def member_page(browser: Browser, live: Live, scheme: str, signed_in: dict) -> Iterator[Page]:
    yield from opened(browser, live, scheme, signed_in)


COLORS_ALONE = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""Light and dark differ in colors and in nothing else, so the dark pages need no other rule."""


def violations(page: Page, address: str, scheme: str) -> list[str]:
    """What axe objects to, a line for each element; folded parts are opened first, so that they are seen too."""
    options = COLORS_ALONE if scheme == "dark" else None
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = Axe().run(page, options=options).response["violations"]
    return [f"{v['id']}: {node['html'][:160]}" for v in found for node in v["nodes"]]


@pytest.mark.parametrize("address", FOR_ALL + FOR_VISITORS)
def test_a_visitor_s_page_has_no_barrier(visitor_page: Page, scheme: str, address: str) -> None:
    assert violations(visitor_page, address, scheme) == []


@pytest.mark.parametrize("address", ["/", "/C93.32", "/2", *FOR_MEMBERS])
def test_a_member_s_page_has_no_barrier(member_page: Page, scheme: str, address: str) -> None:
    assert violations(member_page, address, scheme) == []


def test_a_form_that_was_sent_back_has_no_barrier(visitor_page: Page) -> None:
    visitor_page.goto("/account/signup/")
    visitor_page.get_by_label("E-mail address").fill("nobody")
    visitor_page.get_by_label("Password").fill("short")
    visitor_page.get_by_role("button", name="Sign up").click()
    found = Axe().run(visitor_page).response["violations"]
    assert [v["id"] for v in found] == []
    assert visitor_page.locator("[aria-invalid=true]").count() >= 1
