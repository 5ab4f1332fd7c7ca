"""Reading an article: safe, searchable, in the size that one needs."""
