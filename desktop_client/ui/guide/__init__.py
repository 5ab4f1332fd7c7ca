"""Walking through a guide: one step at a time, with what was found and what can be done about it."""
