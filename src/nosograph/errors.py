"""What can go wrong, as a family of few kinds.

Every message is one line for the person at the keyboard: it names the offending value and the remedy.
Nothing here is for control flow inside a room.
"""

from collections.abc import Sequence

MOST_TOLD = 5


def told(problems: Sequence[str]) -> str:
    """Several problems in one line: the first few, and how many more there are and where to see them."""
    more = len(problems) - MOST_TOLD
    shown = "; ".join(problems[:MOST_TOLD])
    return f"{shown}; and {more} more: `nosograph check` lists them all" if more > 0 else shown


class NosographError(Exception):
    """The root of every error that a user may see; the command line prints it and exits with `exit_code`."""

    exit_code = 1


class NotFound(NosographError):
    """The entry, file or part that was asked for does not exist."""


class BadInput(NosographError):
    """A file or value cannot be used as given; nothing was changed."""


class UnknownOddity(NosographError):
    """A release departs from the rules of the classification in a way that nobody has reviewed yet."""


class CheckFailed(NosographError):
    """Packs, lexicons or plates break their rules; the message lists each place."""


class AtlasProblem(NosographError):
    """The atlas is missing, damaged or was written by another version."""
