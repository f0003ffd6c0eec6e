"""A site over the sample atlas, with a data folder of its own. Django is set up here, before any test needs it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

for name in [name for name in os.environ if name.startswith("NOSOGRAPH_") and name != "NOSOGRAPH_CHROMIUM"]:
    del os.environ[name]
os.environ.pop("DATABASE_URL", None)
DATA = Path(tempfile.mkdtemp(prefix="nosograph-tests-"))
os.environ["NOSOGRAPH_DATA"] = str(DATA)
os.environ["DJANGO_SETTINGS_MODULE"] = "nosograph.web.settings"

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from nosograph.atlas.reading import Atlas  # noqa: E402
from nosograph.web import shelf  # noqa: E402
from nosograph.web.accounts.models import Account  # noqa: E402

from .serving import Live, served  # noqa: E402

PASSWORD = "maple kettle window"
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session", autouse=True)
def _site(atlas_path: Path) -> Iterator[None]:
    settings.NOSOGRAPH_ATLAS = str(atlas_path)
    call_command("collectstatic", interactive=False, verbosity=0)
    yield
    shutil.rmtree(DATA, ignore_errors=True)


@pytest.fixture
def atlas() -> Atlas:
    return shelf.atlas()


@pytest.fixture
def visitor() -> Client:
    return Client()


@pytest.fixture
def account(db: None) -> Account:
    return Account.objects.create_user("parent@example.org", PASSWORD)


@pytest.fixture
def member(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture(scope="session")
def live(atlas_path: Path) -> Iterator[Live]:
    """The real server over the sample atlas, with a data folder and a port of its own."""
    with served(atlas_path) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium: the one that is named, the system's, else Playwright's own.

    It is stopped at the end of a file of tests: its loop of events, while it runs, forbids others to use the database.
    """
    with sync_playwright() as play:
        path = os.environ.get("NOSOGRAPH_CHROMIUM") or shutil.which("chromium")
        try:
            running = play.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        except PlaywrightError as problem:
            pytest.skip(f"no browser can be started: {problem.message.splitlines()[0]}")
        yield running
        running.close()
