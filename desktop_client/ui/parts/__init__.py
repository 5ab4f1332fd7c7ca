"""What every window is made of."""
