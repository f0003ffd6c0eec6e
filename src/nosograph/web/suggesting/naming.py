"""Naming editors, from the command line: the settings and the accounts' database are made ready first."""

import os

import django
from django.core.management import call_command


def name_editor(email: str, *, named: bool) -> bool:
    """Make the member with this address an editor, or no longer one; False where no member has it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nosograph.web.settings")
    django.setup()
    from nosograph.web.accounts.models import Account

    call_command("migrate", interactive=False, verbosity=0)
    return bool(Account.objects.filter(email=email.lower()).update(is_editor=named))
