"""The form of an answer: its schema, and what of it is mended before it is read."""
