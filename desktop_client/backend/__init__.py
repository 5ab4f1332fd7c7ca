"""The way to the backend: session, refusals, uploads and the feed's listener."""
