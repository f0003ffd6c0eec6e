"""An account: an e-mail address, a password, and when it was made. No name, nothing about health.

Some are editors: the owner of the site has let them read and settle what readers suggest.
"""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class AccountManager(BaseUserManager):
    """Makes accounts."""

    def create_user(self, email: str, password: str | None = None) -> "Account":
        account = self.model(email=email.lower())
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, email: str) -> "Account":
        return self.get(email=email.lower())


class Account(AbstractBaseUser):
    """One person who signed up. The address is kept in lower case, so that it is one address however it is typed."""

    email = models.EmailField("e-mail address", unique=True)
    is_active = models.BooleanField(default=True)
    is_editor = models.BooleanField(default=False)
    created = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = AccountManager()

    def __str__(self) -> str:
        return self.email

    @property
    def is_staff(self) -> bool:
        """Whether the editors' desk opens for this account, as Django's administration asks."""
        return self.is_editor

    def has_perm(self, _permission: str, _thing: object = None) -> bool:
        """Editors may do all that the desk offers, which is to settle suggestions."""
        return self.is_active and self.is_editor

    def has_module_perms(self, _app: str) -> bool:
        """Whether the desk shows an app: all of them, to editors."""
        return self.is_active and self.is_editor
