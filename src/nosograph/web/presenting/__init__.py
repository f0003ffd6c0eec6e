"""From the atlas's nouns to what a template shows: numbers, links and order, and nothing that needs a request."""
