"""What was promised, and what came back."""
