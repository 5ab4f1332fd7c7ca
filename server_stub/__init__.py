"""Sigap's backend: it keeps the tickets, or hands them to the help desk that the company already has."""
