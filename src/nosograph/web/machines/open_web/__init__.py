"""What the open web asks: the card for other sites, oEmbed, and the map of all pages for search engines."""
