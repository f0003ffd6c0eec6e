"""A member's data as files of their own: everything that the site holds about them, in JSON; the pages in CSV.

Worked example: `account_data(account)["saved_pages"][0]["code"] == "C93.32"`. The password and the tokens are held
only as hashes, which are of no use to their owner, and are left out.
"""

import csv
import io
from collections.abc import Iterable

from allauth.account.models import EmailAddress

from nosograph.web.accounts.models import Account
from nosograph.web.saving.models import SavedPage

COLUMNS = ("code", "title", "note", "saved", "changed")


def page_data(page: SavedPage) -> dict[str, str]:
    """One saved page; times are UTC."""
    return {
        "code": page.code,
        "title": page.title,
        "note": page.note,
        "saved": page.created.isoformat(timespec="seconds"),
        "changed": page.changed.isoformat(timespec="seconds"),
    }


def account_data(account: Account) -> dict[str, object]:
    """All that the site holds about one member."""
    return {
        "email": account.email,
        "created": account.created.isoformat(timespec="seconds"),
        "last_login": account.last_login.isoformat(timespec="seconds") if account.last_login else None,
        "email_addresses": [
            {"email": address.email, "verified": address.verified, "primary": address.primary}
            for address in EmailAddress.objects.filter(user=account).order_by("pk")
        ],
        "saved_pages": [page_data(page) for page in account.saved_pages.all()],
        "tokens": [
            {"name": t.name, "ends_in": t.ending, "created": t.created.isoformat(timespec="seconds")}
            for t in account.tokens.all()
        ],
        "is_editor": account.is_editor,
        "settled_suggestions": [
            {"when": entry.action_time.isoformat(timespec="seconds"), "what": entry.object_repr, "how": str(entry)}
            for entry in account.logentry_set.order_by("pk")
        ],
    }


def pages_csv(pages: Iterable[SavedPage]) -> str:
    """The saved pages as a table for a spreadsheet.

    A note that starts like a formula gets an apostrophe in front, as OWASP advises against CSV injection: a
    spreadsheet would otherwise run it.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for page in pages:
        writer.writerow({name: _tame(value) for name, value in page_data(page).items()})
    return text.getvalue()


def _tame(value: str) -> str:
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
