"""Guides that test each step on this computer and can mend what they find."""
