"""The rules of the procedure: for each kind of act one function that makes events of it, or refuses.

A rule looks up what an act names among the things that the acting seat has seen, and nowhere else: what it may not know does
not exist for it, so that no refusal can tell it of that. Only who is to see an event is worked out from all that happened.
"""
