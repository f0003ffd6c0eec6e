"""The billable codes for fields that complete what one types, as NLM's Clinical Tables have them."""
