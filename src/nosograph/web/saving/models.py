"""A saved page: whose, which entry, the member's note, and since when.

The entry is kept by its key and its title of that day, not by a number of the atlas: releases come and go, and a code
that a new one no longer has is still shown by the name under which it was saved.
"""

from django.conf import settings
from django.db import models

LONGEST_NOTE = 4000


class SavedPage(models.Model):
    """One page in one member's collection."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_pages")
    key = models.CharField(max_length=20)
    code = models.CharField(max_length=20)
    title = models.CharField(max_length=500)
    note = models.TextField(blank=True, max_length=LONGEST_NOTE)
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created", "-pk"]
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="one_page_once")]

    def __str__(self) -> str:
        return f"{self.code} of account {self.account_id}"
