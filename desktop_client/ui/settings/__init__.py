"""Settings, and registering this computer."""
