"""Kind `who`: another person in a role, in another post, or one whom the other report does not know."""
