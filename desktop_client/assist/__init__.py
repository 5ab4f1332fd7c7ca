"""Remote help on this computer: consent, the two words, the company's tools, and the watch for tools that nobody asked for."""
