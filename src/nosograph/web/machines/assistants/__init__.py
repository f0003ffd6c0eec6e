"""For assistants: they ask the command `nosograph mcp`, not this site; here is only what the developers' page says."""
