"""This computer, one file for each thing that is looked at or changed."""
