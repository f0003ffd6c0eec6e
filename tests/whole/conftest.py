"""The whole site over the whole release, in this process."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from nosograph.atlas.reading import Atlas


@pytest.fixture(scope="session")
def whole_atlas(full_atlas_path: Path) -> Atlas:
    return Atlas.open(full_atlas_path)


@pytest.fixture
def whole_site(full_atlas_path: Path) -> Iterator[object]:
    """A visitor's client of the site that serves the whole release."""
    if "DJANGO_SETTINGS_MODULE" not in os.environ:
        os.environ["NOSOGRAPH_DATA"] = tempfile.mkdtemp(prefix="nosograph-tests-")
        os.environ["DJANGO_SETTINGS_MODULE"] = "nosograph.web.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client, override_settings

    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    with override_settings(NOSOGRAPH_ATLAS=str(full_atlas_path)):
        yield Client(headers={"host": "localhost"})
