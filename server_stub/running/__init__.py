"""One backend on one data folder: its lock, its control socket, and the server that listens."""
