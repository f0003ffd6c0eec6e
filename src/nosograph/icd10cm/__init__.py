"""A release as published: entries, hierarchy, notes, 7th characters and placeholder X."""
