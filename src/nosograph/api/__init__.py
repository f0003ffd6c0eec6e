"""The machine interfaces: record to data."""
