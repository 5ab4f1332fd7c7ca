"""What each screen shows, as plain values: state in, view out."""
