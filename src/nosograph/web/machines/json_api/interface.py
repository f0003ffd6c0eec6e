"""The JSON interface: its operations, and the OpenAPI 3.1 document that is made from them.

Worked example: `GET /api/v1/pages/c9332` answers with the page of C93.32. Errors are problem documents (RFC 9457).
An operation makes its data itself and declares their shape; the library reads parameters and writes the document.
"""

from functools import lru_cache
from typing import Annotated

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Path, Query
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from nosograph import __version__
from nosograph.api import entries, schemas
from nosograph.api.matching import NoEntry, key_of
from nosograph.api.page import page_as_data
from nosograph.atlas.reading import Atlas
from nosograph.errors import BadInput
from nosograph.facets.telling import evidence_as_data, facets_as_data
from nosograph.web import shelf
from nosograph.web.machines.door import same_for_all
from nosograph.web.machines.json_answer import PROBLEM, json_answer
from nosograph.web.machines.refusal import Refusal

BASE = "/api/v1"
_ANY_FORM = "a code in any usual form, a block or a chapter"
Code = Annotated[str, Path(max_length=40, description=_ANY_FORM, example="C93.32")]
_REFUSED = dict.fromkeys((400, 401, 429), schemas.Problem)


def _of_entry(shape: type[schemas.Shape]) -> dict[int, type[schemas.Shape]]:
    """What an operation on one entry may answer with."""
    return {200: shape, 404: schemas.Problem, **_REFUSED}


_PAGE, _FACETS = _of_entry(schemas.PageShape), _of_entry(schemas.FacetsShape)

api = NinjaAPI(
    title="Nosograph",
    version="1",
    description=(
        "Every ICD-10-CM code as one illustrated page. Without a token an answer holds what is public; with a "
        "member's token, as `Authorization: Bearer <token>`, it holds what is for members too."
    ),
    docs_url=None,
    openapi_url=None,
    urls_namespace="json_api",
    openapi_extra={
        "info": {"x-software-version": __version__},
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{}, {"token": []}],
    },
)


@api.exception_handler(ValidationError)
def _unreadable(_request: HttpRequest, problem: ValidationError) -> HttpResponse:
    first = problem.errors[0]
    raise Refusal(400, "bad request", f"{'.'.join(str(p) for p in first['loc'][1:])}: {first['msg']}")


@api.exception_handler(HttpError)
def _not_understood(_request: HttpRequest, problem: HttpError) -> HttpResponse:
    raise Refusal(problem.status_code, "bad request", str(problem))


def _key(atlas: Atlas, code: str) -> str:
    """The key that a code names. Raises Refusal, with the nearest entry where there is one."""
    try:
        return key_of(atlas, code)
    except NoEntry as problem:
        near = {"nearest": problem.nearest} if problem.nearest else None
        raise Refusal(404, "not found", str(problem), members=near) from problem
    except BadInput as problem:  # as a part of an address it names nothing
        raise Refusal(404, "not found", str(problem)) from problem


def _page(request: HttpRequest, code: str) -> HttpResponse:
    atlas = shelf.atlas()
    page = atlas.page(_key(atlas, code))
    hidden = settings.NOSOGRAPH_MEMBER_SECTIONS
    return json_answer(page_as_data(page, member=request.asker.member, members_only=hidden))


def _facets(code: str, *, explain: bool) -> HttpResponse:
    atlas = shelf.atlas()
    key = _key(atlas, code)
    link, found = atlas.link(key), atlas.facets(key)
    data = facets_as_data(link.code, link.title, found)
    return json_answer({**data, "evidence": evidence_as_data(found.evidence)} if explain else data)


@api.get("/pages/{code}", response=_PAGE, summary="The page of an entry", tags=["page"])
def page(request: HttpRequest, code: Code) -> HttpResponse:
    """Title, plain sentence, facets, illustration, article with its sources, and review."""
    return same_for_all(_page(request, code))


@api.post("/pages", response=_PAGE, summary="The page, asked for in private", tags=["page"])
def page_in_private(request: HttpRequest, asked: schemas.AskedCode) -> HttpResponse:
    """As by GET, with the code in the body, so that it stands in no address."""
    return _page(request, asked.code)


@api.get("/facets/{code}", response=_FACETS, summary="The facets of an entry", tags=["facets"])
def facets(request: HttpRequest, code: Code, explain: bool = False) -> HttpResponse:
    """What, where, which side, which phase; with `explain`, the words that justify each."""
    return same_for_all(_facets(code, explain=explain))


@api.post(
    "/facets",
    response=_FACETS,
    summary="The facets, asked for in private",
    tags=["facets"],
)
def facets_in_private(request: HttpRequest, asked: schemas.AskedCode) -> HttpResponse:
    """As by GET, with the code in the body; with the words that justify each facet."""
    return _facets(asked.code, explain=True)


@api.get(
    "/illustrations/{code}", response=_of_entry(schemas.IllustrationShape), summary="The illustration of an entry",
    tags=["illustration"],
)  # fmt: skip
def illustration(request: HttpRequest, code: Code) -> HttpResponse:
    """The addresses of its files, what it shows in words, and what is marked in it."""
    atlas = shelf.atlas()
    return same_for_all(json_answer(entries.illustration_as_data(atlas, _key(atlas, code))))


@api.get("/search", response={200: schemas.Results, **_REFUSED}, summary="Search for words or a code", tags=["search"])
def search(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=entries.LONGEST_QUERY, description="words or a code", example="jmml")],
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
) -> HttpResponse:
    """Concepts, best first, each with why it was found; codes come first and exactly."""
    return json_answer(entries.results_as_data(shelf.atlas(), q, limit))


@api.post("/search", response={200: schemas.Results, **_REFUSED}, summary="Search in private", tags=["search"])
def search_in_private(request: HttpRequest, asked: schemas.AskedWords) -> HttpResponse:
    """As by GET, with the words in the body, so that they stand in no address."""
    return json_answer(entries.results_as_data(shelf.atlas(), asked.q, asked.limit))


@api.get("/entries", response={200: schemas.Entries, **_REFUSED}, summary="The chapters", tags=["hierarchy"])
def chapters(request: HttpRequest) -> HttpResponse:
    """Where the hierarchy begins."""
    atlas = shelf.atlas()
    children = [entries.entry_as_data(link) for link in atlas.chapters()]
    return same_for_all(json_answer({"release": atlas.release, "children": children}))


@api.get(
    "/entries/{code}", response=_of_entry(schemas.EntryWithChildren), summary="An entry and what is below it",
    tags=["hierarchy"],
)  # fmt: skip
def entry(
    request: HttpRequest,
    code: Code,
    start: Annotated[int, Query(ge=0, le=100_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> HttpResponse:
    """Its path from the chapter down, and its children, `limit` at a time; `next` is the address of more."""
    atlas = shelf.atlas()
    key = _key(atlas, code)
    data = entries.hierarchy_as_data(atlas, key, start=start, limit=limit)
    more = start + limit < data["total"]
    following = f"{BASE}/entries/{key}?start={start + limit}&limit={limit}" if more else None
    response = json_answer({**data, "next": following})
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return same_for_all(response)


@api.get("/coverage", response={200: schemas.Coverage, **_REFUSED}, summary="How much is written", tags=["coverage"])
def coverage(request: HttpRequest) -> HttpResponse:
    """Entries, statements, sources, reading grades and illustrations, and chapter by chapter."""
    return same_for_all(json_answer(entries.coverage_as_data(shelf.atlas())))


@lru_cache(maxsize=1)
def document() -> OpenAPISchema:
    """The OpenAPI 3.1 document of the operations above, made once."""
    made = api.get_openapi_schema(path_prefix=BASE + "/")
    for methods in made["paths"].values():
        for operation in methods.values():
            for status, told in operation["responses"].items():
                if status != 200:  # the library knows one media type for all answers
                    told["content"] = {PROBLEM: told["content"].pop("application/json")}
    return made
