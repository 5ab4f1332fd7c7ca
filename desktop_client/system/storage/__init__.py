"""Disks and folders of this computer, and what fills them."""
