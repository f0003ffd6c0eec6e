"""Logs that never say what anyone looked up.

Worked example: a failing request for `/C93.32` logs `ERROR django.request: a page failed (entry): KeyError` with the
lines of the program that led there, but neither the address nor the exception's message, since either may carry
a code. Requests that are merely refused (404, 403, 400) log nothing.
"""

import logging
import sys
import traceback
from pathlib import Path

OURS = "nosograph"


class QuietFormatter(logging.Formatter):
    """Level, logger, a message without values, and the program's lines without the exception's message."""

    def format(self, record: logging.LogRecord) -> str:
        parts = [f"{record.levelname} {record.name}: {self._message(record)}"]
        if record.exc_info and record.exc_info[0] is not None:
            parts += self._trace(record.exc_info)
        return "\n".join(parts)

    @staticmethod
    def _message(record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        if request is None:
            return str(record.msg)  # the template of the message: its arguments may be addresses
        match = getattr(request, "resolver_match", None)
        return f"a page failed ({match.view_name if match else 'no view'})"

    @staticmethod
    def _trace(exc_info: tuple) -> list[str]:
        lines = []
        problem = exc_info[1]
        while problem is not None:
            frames = traceback.extract_tb(problem.__traceback__)
            ours = [frame for frame in frames if OURS in Path(frame.filename).parts]
            lines.append(type(problem).__name__)
            lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in [*ours, *frames[-1:]]]
            problem = problem.__cause__
        return lines


class QuietHandler(logging.Handler):
    """Writes to standard error; where a line cannot be made, it does not print the record's values instead."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record)
        except (TypeError, ValueError, AttributeError):
            line = f"{record.levelname} {record.name}: a log line could not be written"
        print(line, file=sys.stderr)


def configure(_settings: dict) -> None:
    """Send what is at least an error to standard error, through the quiet formatter, and nothing else anywhere."""
    handler = QuietHandler()
    handler.setFormatter(QuietFormatter())
    for name in ("django", "allauth", "nosograph.web"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(logging.ERROR)
        logger.propagate = False
    # The development server's own access log has addresses in it.
    logging.getLogger("django.server").setLevel(logging.CRITICAL)
