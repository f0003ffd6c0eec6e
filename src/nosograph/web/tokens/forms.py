"""The form with which a member makes a token."""

from django import forms

from nosograph.web.accounts.models import Account
from nosograph.web.tokens.models import LONGEST_NAME, MOST


class TokenForm(forms.Form):
    """What the token is for, in the member's words."""

    name = forms.CharField(
        label="What is it for?",
        help_text="A name that you will know again, such as “portal of our clinic”.",
        max_length=LONGEST_NAME,
        error_messages={"required": "Give the token a name, such as “our portal”."},
    )

    def __init__(self, *args: object, account: Account, **more: object) -> None:
        super().__init__(*args, **more)
        self._account = account

    def clean(self) -> dict[str, object]:
        if self._account.tokens.count() >= MOST:
            raise forms.ValidationError(f"You have {MOST} tokens. Revoke one that you no longer need first.")
        return super().clean()
