"""What both web faces stand on: files and events as answers, threads beside the event loop, and the log of requests."""
