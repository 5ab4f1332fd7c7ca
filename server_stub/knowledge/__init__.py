"""The knowledge base: articles and guides, how they come in and go out."""
