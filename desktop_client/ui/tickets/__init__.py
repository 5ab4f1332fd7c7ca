"""My tickets: the list, the conversation, the reply."""
