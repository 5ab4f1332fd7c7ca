"""Measurements of what has to be quick and good, beside what others do."""
