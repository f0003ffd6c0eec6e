"""The words of medicine as data: sites, processes, everyday words."""
