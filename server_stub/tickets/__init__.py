"""What happens to tickets."""
