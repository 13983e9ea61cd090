"""Who is meant by the words of a report: names, words that refer back, who speaks in it."""
