"""Change the note on a saved page."""

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from nosograph.web.saving.models import LONGEST_NOTE, SavedPage


class NoteForm(forms.Form):
    """The note: any text, also none."""

    note = forms.CharField(required=False, max_length=LONGEST_NOTE, strip=True)


@require_POST
def note(request: HttpRequest, spelling: str) -> HttpResponse:
    """`/<code>/note`"""
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("saved"))
    page = get_object_or_404(SavedPage, account=request.user, key=spelling)
    form = NoteForm(request.POST)
    if form.is_valid():
        page.note = form.cleaned_data["note"].replace("\r\n", "\n")
        page.save(update_fields=["note", "changed"])
        messages.success(request, "Your note is saved.")
    else:
        messages.error(request, f"The note is too long. It may have {LONGEST_NOTE:,} characters. Nothing was changed.")
    return HttpResponseRedirect(reverse("saved"))
