"""Writing a report, reviewing it, and what became of it."""
