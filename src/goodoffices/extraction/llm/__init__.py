"""Proposals by a language model that the user names: nothing is sent anywhere before that, and nothing is believed afterwards.

    settings.py    the address, the model, the key; what is refused before anything is sent
    prompt.py      what is asked, and the form of the answer; `pieces.py` cuts long texts
    client.py      one question over the wire, with limits; `deadline.py` bounds its time, `secrecy.py` hides the key
    answer.py      what came back, typed; whatever is not of the asked form is thrown away and counted
    answer.py      what came back, typed; whatever is not of the asked form is thrown away and counted
    quotes.py      where a quoted stretch stands, exactly
    support.py     whether the words at that place carry what is claimed of them; `proved_days.py`, `denials.py` the day and the denial
    names.py       whether a sentence prints a name; `references.py` whether it means somebody by another word, `acts.py` whose act it tells
    extractor.py   all of it: `Llm`. Read this one first

Extra `llm`: httpx.
"""

from .extractor import Llm
from .prompt import Reading
from .report import Report
from .settings import Wire

__all__ = ["Llm", "Reading", "Report", "Wire"]
