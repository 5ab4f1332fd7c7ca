"""This computer: its facts, and the card to read out."""
