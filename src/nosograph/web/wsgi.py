"""The application that a production server loads: Django behind the front."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nosograph.web.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from nosograph.web import shelf
from nosograph.web.front import Front
from nosograph.web.page_cache import PageCache

application = Front(
    get_wsgi_application(),
    PageCache(settings.NOSOGRAPH_PAGE_CACHE),
    personal_cookies=(settings.SESSION_COOKIE_NAME, "messages"),
)
shelf.atlas()  # a missing or damaged atlas stops the worker here, not at the first reader
