"""One collector a file, each named after the group of facts that it brings."""
