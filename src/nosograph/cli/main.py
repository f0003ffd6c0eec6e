"""The command `nosograph`: its subcommands, and how errors leave it.

Exit 0 on success, 1 where the thing asked for does not exist or a check fails, 2 on wrong usage; an error is one line
on stderr, never a traceback.
"""

import os
import sys

import click

from nosograph import __version__
from nosograph.cli.build import build
from nosograph.cli.check import check
from nosograph.cli.editor import editor
from nosograph.cli.facets import facets
from nosograph.cli.illustrate import illustrate
from nosograph.cli.mcp import mcp
from nosograph.cli.search import search
from nosograph.cli.serve import serve
from nosograph.cli.show import show
from nosograph.cli.stats import stats
from nosograph.errors import NosographError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="nosograph")
def commands() -> None:
    """Any ICD-10-CM code as one illustrated page.

    The atlas and the accounts are kept in the folder that NOSOGRAPH_DATA names.
    """


for command in (build, serve, show, facets, illustrate, search, check, stats, editor, mcp):
    commands.add_command(command)


def run(arguments: list[str] | None = None) -> None:
    """Runs the command line and exits."""
    sys.exit(main(arguments))


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line; gives the exit code."""
    try:
        result = commands.main(args=arguments, prog_name="nosograph", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError:
        return _failed("name a command (see `nosograph --help`)", 2)
    except click.UsageError as error:
        return _failed(
            f"{error.format_message()} (see `{error.ctx.command_path if error.ctx else 'nosograph'} --help`)", 2
        )
    except click.Abort:
        return _failed("stopped", 130)
    except click.ClickException as error:
        return _failed(error.format_message(), error.exit_code)
    except NosographError as error:
        return _failed(str(error), error.exit_code)
    except SystemExit as stop:
        # Where the reader of a pipe has had enough (`show --all --jsonl | head`), Click wraps stdout and ends.
        if type(sys.stdout).__name__.endswith("PacifyFlushWrapper"):
            return 0
        return stop.code if isinstance(stop.code, int) else 1
    except BrokenPipeError:
        # The reader of a pipe has had enough; Python must not complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result if isinstance(result, int) else 0


def _failed(message: str, code: int) -> int:
    click.echo(f"nosograph: {' '.join(message.split())}", err=True)
    return code
