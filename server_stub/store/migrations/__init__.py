"""Alembic's environment and the steps from each version of the data to the next."""
