"""The account forms with labels above their fields and no grey words inside them.

A placeholder vanishes as soon as one types and has too little contrast to read; the label says the same.
"""

from allauth.account import forms as allauth_forms
from allauth.account.internal.flows.manage_email import email_already_exists
from django import forms
from django.contrib.auth import get_user_model
from django.http import HttpRequest

EMAIL = "E-mail address"
NO_ADDRESS = "This is not a whole address. It looks like name@example.org."
LENGTH_HINT = "At least 10 characters. Three or four words that do not belong together work well."


class PlainFields:
    """Takes the placeholders away and gives the common fields their labels."""

    labels = {
        "login": EMAIL,
        "email": EMAIL,
        "password": "Password",
        "password1": "Password",
        "password2": "The same password again",
        "oldpassword": "The password that you have now",
        "remember": "Stay logged in on this device for 30 days",
    }
    hints: dict[str, str] = {}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.label_suffix = ""
            field.help_text = self.hints.get(name, "")
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = NO_ADDRESS


class LoginForm(PlainFields, allauth_forms.LoginForm):
    """E-mail address and password."""


class SignupForm(PlainFields, allauth_forms.SignupForm):
    """E-mail address and a password, typed once: it can be reset, and no one needs to see it twice."""

    hints = {"password1": LENGTH_HINT}


class ChangePasswordForm(PlainFields, allauth_forms.ChangePasswordForm):
    """The old password and, twice, the new one."""

    labels = {**PlainFields.labels, "password1": "New password", "password2": "The new password again"}
    hints = {"password1": LENGTH_HINT}


class ResetPasswordForm(PlainFields, allauth_forms.ResetPasswordForm):
    """The address to which the link is sent."""


class ResetPasswordKeyForm(PlainFields, allauth_forms.ResetPasswordKeyForm):
    """Twice the new password."""

    labels = {**PlainFields.labels, "password1": "New password", "password2": "The new password again"}
    hints = {"password1": LENGTH_HINT}


class ReauthenticateForm(PlainFields, allauth_forms.ReauthenticateForm):
    """The password, asked again before something important."""


class ConfirmedForm(forms.Form):
    """A form that only the owner of the account can send: it asks for the password."""

    password = forms.CharField(
        label="Your password",
        label_suffix="",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: object, request: HttpRequest, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        if not self.request.user.check_password(password):
            raise forms.ValidationError("That is not your password.")
        return password


class ChangeEmailForm(ConfirmedForm):
    """A new address and the password."""

    field_order = ["email", "password"]
    email = forms.EmailField(
        label="New e-mail address",
        label_suffix="",
        error_messages={"invalid": NO_ADDRESS},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if email == self.request.user.email:
            raise forms.ValidationError("This is the address that you have now.")
        if get_user_model().objects.filter(email=email).exclude(pk=self.request.user.pk).exists():
            raise forms.ValidationError("This address cannot be used.")
        email_already_exists(email, user=self.request.user, always_raise=True)
        return email


class DeleteAccountForm(ConfirmedForm):
    """The password and a tick: an account cannot be brought back."""

    sure = forms.BooleanField(
        label="Yes, delete my account, my saved pages and my notes for good.",
        label_suffix="",
        error_messages={"required": "Tick the box to show that you mean it."},
    )
