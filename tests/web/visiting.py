"""A person at the live server: remembers cookies, follows redirects, and sends forms with the token they came with."""

import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

from .reading_html import Page


class Person:
    """One person with a browser of their own."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar())).open
        self.page = Page("")

    def get(self, path: str) -> Page:
        """Open a page."""
        with self._open(self.url + path, timeout=30) as answer:
            self.page = Page(answer.read().decode())
        return self.page

    def send(self, path: str, **fields: str) -> Page:
        """Send a form of the page that is open."""
        token = next(a["value"] for tag, a in self.page.elements if a.get("name") == "csrfmiddlewaretoken")
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token}).encode()
        request = urllib.request.Request(self.url + path, body, {"Origin": self.url})
        with self._open(request, timeout=30) as answer:
            self.page = Page(answer.read().decode())
        return self.page
