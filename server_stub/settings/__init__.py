"""What a company can set: every row with its default, its bounds and its explanation, and the file that holds them."""
