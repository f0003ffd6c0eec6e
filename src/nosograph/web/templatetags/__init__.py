"""Filters of the templates, registered in the settings under their own names."""
