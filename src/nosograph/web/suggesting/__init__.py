"""Corrections that readers suggest, and the desk at which editors read them."""
