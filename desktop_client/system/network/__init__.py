"""Networks, names, proxies and connections of this computer, one file per thing."""
