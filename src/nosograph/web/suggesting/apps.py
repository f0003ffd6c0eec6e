"""The app that holds suggestions."""

from django.apps import AppConfig


class Suggesting(AppConfig):
    name = "nosograph.web.suggesting"
    label = "suggesting"
