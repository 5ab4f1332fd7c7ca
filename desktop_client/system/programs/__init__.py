"""Programs and windows that run on this computer."""
