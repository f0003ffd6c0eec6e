"""What the page for developers shows of the JSON interface."""

import json

from nosograph.web.machines.example import Example, Interface
from nosograph.web.machines.json_api.interface import BASE

INTERFACE = Interface(
    id="json",
    name="JSON and OpenAPI",
    notes=(
        "Pages, facets, illustrations, search, the hierarchy and coverage as plain JSON. The OpenAPI 3.1 document at "
        f"{BASE}/openapi.json is made from the program itself.",
        "Codes are taken in any usual form. By POST no code stands in an address. "
        "Errors are problem documents (RFC 9457). Public answers have an ETag and may be kept for an hour.",
    ),
    examples=(
        Example(says="The page of a code", address=f"{BASE}/pages/C93.32"),
        Example(says="Its facets, with the words that justify them", address=f"{BASE}/facets/c9332?explain=true"),
        Example(says="A search", address=f"{BASE}/search?q=broken+hip&limit=3"),
        Example(
            says="The same, asked in private",
            address=f"{BASE}/search",
            body=json.dumps({"q": "broken hip", "limit": 1}),
            media_type="application/json",
        ),
        Example(says="What stands below an entry, two at a time", address=f"{BASE}/entries/C93?limit=2"),
        Example(says="A code that does not exist", address=f"{BASE}/pages/C93.39"),
    ),
)
