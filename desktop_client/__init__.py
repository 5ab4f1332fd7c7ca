"""Sigap's client: the tray, its windows, and the command line."""
