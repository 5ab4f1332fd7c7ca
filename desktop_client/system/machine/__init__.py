"""The machine and its operating system: what it is, and how it is doing."""
