"""Home: the page that Sigap opens with."""
