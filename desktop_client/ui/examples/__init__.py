"""Every window in its states with plain values and no backend: for the gallery, the README's pictures and the test of looks."""
