"""Whether this worker can serve: the atlas answers, and the accounts' database does."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.errors import NosographError
from nosograph.web import shelf

PLAIN = "text/plain; charset=utf-8"


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """`/healthz`: 200 "ok", or 503 and which of the two has failed."""
    try:
        shelf.atlas().chapters()
    except NosographError:
        return HttpResponse("the atlas does not answer\n", content_type=PLAIN, status=503)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("the accounts' database does not answer\n", content_type=PLAIN, status=503)
    return HttpResponse("ok\n", content_type=PLAIN)
