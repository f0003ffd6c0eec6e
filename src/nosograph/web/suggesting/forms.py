"""The form of a suggestion: which statement, what is wrong, and an address for those who want an answer."""

import hashlib
from collections.abc import Sequence

from django import forms

from nosograph.knowledge.model import Statement
from nosograph.web.suggesting.models import LONGEST

_SHOWN = 90  # characters of a statement in the list


def mark_of(statement: Statement) -> str:
    """A short name for a statement, as long as its words stay the same."""
    return hashlib.blake2b(f"{statement.pack} {statement.text}".encode(), digest_size=6).hexdigest()


class SuggestionForm(forms.Form):
    """What a reader sends; nothing but the text is required."""

    about = forms.ChoiceField(label="Which statement is it about?", required=False)
    text = forms.CharField(
        label="What is wrong or missing?",
        help_text="Please do not write about your own health or that of others here.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": "Say what is wrong or missing, in a few words."},
    )
    contact = forms.EmailField(
        label="E-mail address (optional)", help_text="Only if you want an answer.", required=False, max_length=254
    )

    def __init__(self, *args: object, statements: Sequence[Statement], **more: object) -> None:
        super().__init__(*args, **more)
        self._statements = {mark_of(s): s for s in statements}
        self.fields["about"].choices = [
            ("", "The whole page, the picture, or something that is missing"),
            *((mark, _shortened(s.text)) for mark, s in self._statements.items()),
        ]

    def statement(self) -> Statement | None:
        """The chosen statement; None where it is about the whole page."""
        return self._statements.get(self.cleaned_data["about"])


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rsplit(' ', 1)[0]}…"
