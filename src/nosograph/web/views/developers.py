"""For developers: each machine interface with requests and answers, which this page makes itself.

The list of operations comes from the OpenAPI document, and each answer from asking the view: neither can drift.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.machines.asking_itself import Shown, answer_to
from nosograph.web.machines.interfaces import INTERFACES
from nosograph.web.machines.json_api.interface import BASE, document
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation of the JSON interface: method, address, what it does, and its parameters in words."""

    method: str
    address: str
    says: str
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An interface with its examples answered; `operations` where it has an OpenAPI document."""

    id: str
    heading: str
    notes: tuple[str, ...]
    operations: tuple[Operation, ...]
    examples: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopersPage:
    """The `interfaces`, the `rate` of a token in requests a minute (0: no limit), and the `origins` that may read."""

    interfaces: tuple[Told, ...]
    rate: int
    origins: str


@require_safe
def developers(request: HttpRequest) -> HttpResponse:
    """`/developers`"""
    told = _told(str(shelf.atlas().path), request.get_host())
    origins = "any origin" if settings.CORS_ALLOW_ALL_ORIGINS else ", ".join(settings.CORS_ALLOWED_ORIGINS)
    page = DevelopersPage(interfaces=told, rate=settings.NOSOGRAPH_TOKEN_RATE, origins=origins)
    return same_for_all_visitors(answer(request, "developers.html", page))


@lru_cache(maxsize=8)
def _told(_atlas_path: str, host: str) -> tuple[Told, ...]:
    return tuple(
        Told(
            id=interface.id,
            heading=interface.name,
            notes=interface.notes,
            operations=_operations() if interface.id == "json" else (),
            examples=tuple(answer_to(example, host) for example in interface.examples),
        )
        for interface in INTERFACES
    )


def _operations() -> tuple[Operation, ...]:
    return tuple(
        Operation(
            method=method.upper(),
            address=address if address.startswith(BASE) else f"{BASE}{address}",
            says=f"{told['summary']}. {told.get('description', '')}".replace("`", ""),
            parameters=tuple(_parameter(p) for p in told.get("parameters", ())),
        )
        for address, methods in document()["paths"].items()
        for method, told in methods.items()
    )


def _parameter(told: dict) -> str:
    shape = told["schema"]
    about = shape.get("description", "")
    usual = f"{shape['default']} without it" if shape.get("default") not in (None, "") else ""
    return f"{told['name']}: {'; '.join(part for part in (shape.get('type', ''), about, usual) if part)}"
