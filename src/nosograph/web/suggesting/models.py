"""A suggested correction: of which page, about which statement, and what the reader says.

The statement is kept as it was worded that day, with its pack, so that an editor finds it after the text has changed.
Who suggested it is not kept; a reader who wants an answer may leave an address.
"""

from django.db import models

LONGEST = 2000


class Suggestion(models.Model):
    """One suggestion, and what an editor made of it."""

    class State(models.TextChoices):
        NEW = "new", "New"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"

    key = models.CharField("entry", max_length=20, db_index=True)
    title = models.CharField(max_length=500)
    statement = models.TextField("the statement it is about", blank=True)
    pack = models.CharField(max_length=100, blank=True)
    text = models.TextField("what the reader says", max_length=LONGEST)
    contact = models.EmailField("address for an answer", blank=True)
    release = models.CharField(max_length=100)
    created = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.NEW, db_index=True)
    note = models.TextField("editor's note", blank=True)

    class Meta:
        ordering = ["-created", "-pk"]

    def __str__(self) -> str:
        return f"{self.key}: {self.text[:60]}"
