"""Finding entries by words: what each is called, an index of that, and the ranking of what was asked."""
