"""What dev.py calls once the set-up is done, one file a command."""
