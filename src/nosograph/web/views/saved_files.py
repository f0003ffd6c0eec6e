"""A member's saved pages as files: a table for a spreadsheet, and data."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from nosograph.web.saving.exporting import page_data, pages_csv


@require_safe
@login_required
def saved_files(request: HttpRequest, form: str) -> HttpResponse:
    """`/saved/pages.csv` and `/saved/pages.json`"""
    pages = request.user.saved_pages.all()
    if form == "csv":
        response = HttpResponse(pages_csv(pages), content_type="text/csv; charset=utf-8")
    else:
        response = JsonResponse([page_data(page) for page in pages], safe=False, json_dumps_params={"indent": 2})
    response.headers["Content-Disposition"] = f'attachment; filename="nosograph-pages.{form}"'
    return response
