"""What of a claim its words prove, each key in its own way."""
