"""HTTP for clients: it translates, and decides nothing."""
