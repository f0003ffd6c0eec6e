"""Facets to a scene, a scene to SVG and PNG, and its text description."""
