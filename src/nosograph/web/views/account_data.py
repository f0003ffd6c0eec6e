"""All that the site holds about a member, as one file of theirs."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from nosograph.web.saving.exporting import account_data as data_of


@require_safe
@login_required
def account_data(request: HttpRequest) -> HttpResponse:
    """`/account/data.json`"""
    response = JsonResponse(data_of(request.user), json_dumps_params={"indent": 2, "ensure_ascii": False})
    response.headers["Content-Disposition"] = 'attachment; filename="nosograph-account.json"'
    return response
