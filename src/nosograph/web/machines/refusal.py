"""Why a machine interface does not answer: a status, a name for the problem, and one sentence with the remedy."""

from collections.abc import Mapping


class Refusal(Exception):
    """Each interface tells it in its own shape: a problem document (RFC 9457), an OperationOutcome, or plain text."""

    def __init__(self, status: int, name: str, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.name, self.detail, self.headers = status, name, detail, dict(headers or {})
