"""Nosograph: any ICD-10-CM code as one illustrated page, composed from facets, knowledge and plates."""

__version__ = "0.1.0"
