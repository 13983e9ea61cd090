"""Kind `place`: where a thing was, and the venue where they met."""
