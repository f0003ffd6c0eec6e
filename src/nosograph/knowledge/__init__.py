"""Reads and checks packs; chooses the statements that are true of an entry."""
