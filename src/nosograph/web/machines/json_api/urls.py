"""The addresses of the JSON interface: each operation goes through the door that all machine interfaces share."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from nosograph.web.machines.asker import Asker
from nosograph.web.machines.door import door, same_for_all
from nosograph.web.machines.json_answer import as_problem, json_answer
from nosograph.web.machines.json_api.interface import BASE, api, document
from nosograph.web.machines.refusal import Refusal

_HERE = BASE.lstrip("/")


def _through_the_door() -> list[URLPattern]:
    """One pattern for each address of the document, with the methods that it has there."""
    views = {str(pattern.pattern): pattern.callback for pattern in api.urls[0]}
    found = []
    for address, operations in document()["paths"].items():
        route = address.removeprefix(f"{BASE}/").replace("{", "<").replace("}", ">")
        methods = tuple(method.upper() for method in operations)
        found.append(path(f"{_HERE}/{route}", _view(views[route], methods), name=f"json {route}"))
    return found


def _view(operation: Callable[..., HttpResponse], methods: tuple[str, ...]) -> Callable[..., HttpResponse]:
    @door(*methods, told=as_problem)
    def view(request: HttpRequest, asker: Asker, **parts: str) -> HttpResponse:
        request.asker = asker
        if request.method == "HEAD":
            request.method = "GET"  # the library knows no HEAD; the server leaves the body out
        return operation(request, **parts)

    return view


@door("GET", told=as_problem)
def openapi(request: HttpRequest, asker: Asker) -> HttpResponse:
    """`/api/v1/openapi.json`"""
    return same_for_all(json_answer(document()))


@door("GET", "POST", told=as_problem)
def nothing(request: HttpRequest, asker: Asker, **_parts: str) -> HttpResponse:
    """Any other address below `/api/`."""
    raise Refusal(404, "not found", f"there is no such operation; {BASE}/openapi.json lists them")


urlpatterns = [path(f"{_HERE}/openapi.json", openapi, name="openapi"), *_through_the_door()]
rest = [path("api/<path:rest>", nothing, name="no_operation")]
