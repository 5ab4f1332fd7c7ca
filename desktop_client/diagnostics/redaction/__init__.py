"""Between collecting and showing: what must not leave is hidden, and what was hidden says its kind."""
