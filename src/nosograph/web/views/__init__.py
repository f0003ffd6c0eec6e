"""The pages: one view per file, each with the dataclass that its template is given."""
