"""Printers, queues and documents of this computer, one file per thing."""
