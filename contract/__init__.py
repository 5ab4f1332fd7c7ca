"""The wire between client and backend: values, endpoints and problems, imported by both sides and importing neither."""
