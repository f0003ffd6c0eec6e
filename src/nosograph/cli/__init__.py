"""One file per command: parsing and printing only."""
