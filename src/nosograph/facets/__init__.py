"""Title, notes and ancestors to axes, each with the words that justify it."""
