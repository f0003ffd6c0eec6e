"""The machine interfaces over HTTP."""
