"""What Nosograph costs: one module a figure, `python -m benchmarks` for all of them."""
