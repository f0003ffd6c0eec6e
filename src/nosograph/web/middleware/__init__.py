"""What every answer of the site passes through."""
