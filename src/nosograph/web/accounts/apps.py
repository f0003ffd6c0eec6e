"""The app that holds accounts."""

from django.apps import AppConfig


class Accounts(AppConfig):
    name = "nosograph.web.accounts"
    label = "accounts"
