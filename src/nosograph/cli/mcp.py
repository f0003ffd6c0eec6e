"""`nosograph mcp`: answers assistants by the Model Context Protocol."""

import os
import re
from importlib.util import find_spec

import click

from nosograph.article.access import MEMBERS_DEFAULT, members_only
from nosograph.cli.data import open_atlas
from nosograph.errors import NotFound

_SITE = re.compile(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?")
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@click.command()
@click.option(
    "--http", "place", metavar="HOST:PORT", help="Answer by HTTP on this machine, instead of stdin and stdout."
)
@click.option(
    "--site", default="", envvar="NOSOGRAPH_SITE", help="The address of your site, with which answers name their pages."
)
def mcp(place: str | None, site: str) -> None:
    """Answer assistants by the Model Context Protocol: codes, search, facets, illustrations.

    Only what every visitor may read is told, and nothing is logged. An assistant starts it by itself: name this command
    in its settings.
    """
    if site and not _SITE.fullmatch(site):
        raise click.BadParameter(f"{site!r} is no address; write https://nosograph.example", param_hint="--site")
    listen = _host_and_port(place) if place else None
    if find_spec("mcp") is None:
        raise NotFound("the package mcp is not installed; install it with: pip install 'nosograph[mcp]'")
    from nosograph.cli.mcp_server import serve  # the protocol's package is an extra, and loads a web stack

    setting = os.environ.get("NOSOGRAPH_MEMBER_SECTIONS")
    gated = MEMBERS_DEFAULT if setting is None else members_only(setting)
    serve(open_atlas(), site=site.rstrip("/"), gated=gated, listen=listen)


def _host_and_port(place: str) -> tuple[str, int]:
    """Where to listen: on this machine alone, since whoever can ask is not asked who they are."""
    host, _, port = place.rpartition(":")
    if host not in _LOOPBACK or not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        raise click.BadParameter(f"{place!r}: write an address of this machine, 127.0.0.1:8001", param_hint="--http")
    return host.strip("[]"), int(port)
