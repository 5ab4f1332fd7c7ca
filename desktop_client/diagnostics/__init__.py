"""Facts about this computer, collected side by side and redacted before anybody sees them."""
