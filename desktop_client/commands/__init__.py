"""The command line: no Qt, English, one file a command."""
