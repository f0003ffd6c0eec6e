"""The Django project: pages, components, accounts and saved pages; the only room with a writable database."""
