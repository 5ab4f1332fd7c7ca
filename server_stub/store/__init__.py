"""SQL, and the only code that touches it."""
