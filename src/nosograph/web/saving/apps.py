"""The app that holds saved pages."""

from django.apps import AppConfig


class Saving(AppConfig):
    name = "nosograph.web.saving"
    label = "saving"
