"""One fix a file: what it explains, does, and puts back."""
