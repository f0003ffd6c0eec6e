"""The pages that members keep, with their notes."""
