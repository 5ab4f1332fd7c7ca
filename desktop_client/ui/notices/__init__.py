"""Small windows that say one thing."""
