"""The field as Django binds it: fresh, and sent back with a fault."""

from django import forms


class _Example(forms.Form):
    email = forms.EmailField(label="E-mail address", help_text="It is used for nothing but your account.")
    sure = forms.BooleanField(label="Yes, I mean it.")


def examples() -> dict[str, dict[str, object]]:
    """The variables for each example, by its name."""
    fresh, wrong = _Example(), _Example({"email": "nobody"})
    return {
        "fresh": {"field": fresh["email"]},
        "wrong": {"field": wrong["email"]},
        "box to tick": {"field": fresh["sure"]},
        "box not ticked": {"field": wrong["sure"]},
    }
