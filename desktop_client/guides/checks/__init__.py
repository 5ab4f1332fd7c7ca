"""One check a file: what it looks at, what it may find, and what it must not conclude."""
