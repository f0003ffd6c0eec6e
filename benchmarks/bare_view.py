"""The least that Django can do: one view that returns bytes from memory (`python -m benchmarks.bare_view PORT`)."""

import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

PAGE = Path(os.environ["BARE_PAGE"]).read_bytes()

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__, MIDDLEWARE=[], ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY="x" * 50)


def view(_request: HttpRequest) -> HttpResponse:
    """The page, whatever is asked for."""
    return HttpResponse(PAGE)


urlpatterns = [path("", view)]

if __name__ == "__main__":
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "benchmarks.bare_view:application",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_access=False,
        log_level="warning",
    ).serve()
else:
    application = get_wsgi_application()
