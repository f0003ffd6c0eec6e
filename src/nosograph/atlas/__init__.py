"""Compiles the pipeline into one file, reads it back, searches it."""
