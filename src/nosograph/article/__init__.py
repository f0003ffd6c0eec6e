"""Which sections a page has, the statements that fill them, and the code decoded part by part."""
