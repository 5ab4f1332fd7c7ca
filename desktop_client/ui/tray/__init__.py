"""The icon in the tray, its menu, the panel, and what is told on the desktop."""
