"""How Sigap looks: colours, sizes, icons, the mark."""
