"""The app that holds tokens."""

from django.apps import AppConfig


class Tokens(AppConfig):
    name = "nosograph.web.tokens"
    label = "tokens"
