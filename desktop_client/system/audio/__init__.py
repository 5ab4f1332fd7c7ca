"""Sound and microphone of this computer."""
