"""The bargaining analysis beside its peers, in one run: `./bench` prints the table."""
