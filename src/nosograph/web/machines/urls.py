"""The addresses that programs ask."""

from collections.abc import Sequence

from django.urls import URLPattern, URLResolver

urlpatterns: Sequence[URLPattern | URLResolver] = ()
