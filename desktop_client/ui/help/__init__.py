"""Finding help: the search page, the search of panel and Home, and what the windows ask of articles and guides."""
