"""The tools of `api.tools` as a server of the Model Context Protocol (the official SDK, package `mcp`).

Worked example: `serve(atlas, site="https://nosograph.example", gated=frozenset(), listen=None)` answers on standard
input and output until its client leaves. What goes wrong is told as an error of the tool, in one line. Nothing is
logged: an argument may be what somebody looks up.
"""

import json
import logging
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, ParamSpec, TypeVar

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.utilities.types import Image
from mcp.types import CallToolResult, InputRequiredResult, TextContent, ToolAnnotations
from pydantic import Field, ValidationError

from nosograph import __version__
from nosograph.api.tool_answers import EntryAnswer, FacetsAnswer, PictureAnswer, RelatedAnswer, SearchAnswer
from nosograph.api.tools import CODE, LONGEST_QUERY, MOST_RESULTS, QUERY, TOOLS, Desk
from nosograph.atlas.reading import Atlas
from nosograph.errors import NosographError
from nosograph.web.server import refuse_taken

INSTRUCTIONS = (
    "Nosograph explains every ICD-10-CM code in plain language, with sources and an illustration. Give the sources and "
    "the address with what you tell, and say whether a clinician has reviewed it. It is general information and not "
    "advice to one person: for that, refer to the person's care team."
)
_P = ParamSpec("_P")
_R = TypeVar("_R")
_Code = Annotated[str, Field(description=CODE)]
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


class _Server(MCPServer[Any]):
    """The SDK's server, whose errors are one line each, without the SDK's own words around them."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as problem:
            raise type(problem)(_in_one_line(problem)) from problem.__cause__


def serve(atlas: Atlas, *, site: str, gated: frozenset[str], listen: tuple[str, int] | None) -> None:
    """Answer until the client leaves; by HTTP at `listen`, where it is given, until interrupted."""
    server = server_of(Desk(atlas, site=site, members_only=gated))
    logging.disable(logging.CRITICAL)
    if listen is None:
        server.run("stdio")
        return
    host, port = listen
    refuse_taken(host, port)
    server.run("streamable-http", host=host, port=port, stateless_http=True)


def server_of(desk: Desk) -> MCPServer[Any]:
    """The server with its tools."""
    server = _Server(
        name="nosograph",
        title="Nosograph",
        version=__version__,
        instructions=INSTRUCTIONS,
        log_level="CRITICAL",
    )
    functions = _functions(desk)
    for tool in TOOLS:
        server.add_tool(
            functions[tool.name], name=tool.name, title=tool.title, description=tool.says, annotations=_READS
        )
    return server


def _functions(desk: Desk) -> dict[str, Callable[..., Any]]:
    """The tools as functions whose signatures the SDK reads: the shapes of questions and answers come from them."""

    @_refusing
    def look_up(code: _Code) -> EntryAnswer:
        return desk.look_up(code)

    @_refusing
    def search(
        query: Annotated[str, Field(description=QUERY, min_length=1, max_length=LONGEST_QUERY)],
        limit: Annotated[int, Field(description="At most so many results.", ge=1, le=MOST_RESULTS)] = 10,
    ) -> SearchAnswer:
        return desk.search(query, limit)

    @_refusing
    def facets(code: _Code) -> FacetsAnswer:
        return desk.facets(code)

    @_refusing
    def illustration(code: _Code) -> Annotated[CallToolResult, PictureAnswer]:
        told = desk.illustration(code).model_dump()
        words = TextContent(type="text", text=json.dumps(told, ensure_ascii=False))
        picture = Image(data=desk.png(code), format="png").to_image_content()
        return CallToolResult(content=[words, picture], structured_content=told)

    @_refusing
    def related(code: _Code) -> RelatedAnswer:
        return desk.related(code)

    return {each.__name__: each for each in (look_up, search, facets, illustration, related)}


def _refusing(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """The function, whose refusals the SDK takes for what they are, and not for a crash."""

    @wraps(function)
    def refusing(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return function(*args, **kwargs)
        except NosographError as problem:
            raise ToolError(str(problem)) from problem

    return refusing


def _in_one_line(problem: ToolError) -> str:
    """What went wrong, for the assistant to read: our own words, or which argument is wrong and why."""
    cause = problem.__cause__
    if isinstance(cause, ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in cause.errors())
    if isinstance(cause, ToolError):
        return " ".join(str(cause).split())
    return " ".join(str(problem).split())
