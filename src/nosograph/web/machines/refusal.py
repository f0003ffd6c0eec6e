"""Why a machine interface does not answer: a status, a name for the problem, and one sentence with the remedy."""

from collections.abc import Mapping


class Refusal(Exception):
    """Each interface tells it in its own shape: a problem document (RFC 9457), an OperationOutcome, or plain text.

    `members` are what a problem document has beyond the usual members, such as the nearest entry.
    """

    def __init__(
        self,
        status: int,
        name: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        members: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.name, self.detail = status, name, detail
        self.headers, self.members = dict(headers or {}), dict(members or {})
