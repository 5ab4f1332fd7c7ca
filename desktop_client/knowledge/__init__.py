"""Help articles on this computer: all of them, and the search over them."""
