"""The technicians' page: HTML from templates, small scripts of our own, and live news."""
