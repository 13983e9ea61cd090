"""Proposals by a language model that the user names: nothing is sent anywhere before that, and nothing is believed afterwards.

    settings.py     the address, the model, the key; what is refused before anything is sent
    task.py         a request: what is to be done, in which form; `beside` asks for another thing
    prompt.py       what is asked, and the form of the answer; `pieces.py` cuts long texts, `passages.py` numbers their sentences
    client.py       one question over the wire, with limits; `deadline.py` bounds its time, `secrecy.py` hides the key
    answer.py       what came back, typed; whatever is not of the asked form is thrown away and counted
    quotes.py       where a quoted stretch stands, exactly
    support.py      whether the words at that place carry what is claimed of them, with `proved_days.py` and `denials.py`
    references.py   whether they mean somebody, in whatever form (`names.py`: by his name); `acts.py`: whose act they tell
    beside/         the same of two reports: what they tell differently; `headings/`, `sides/`: of one report, where a reader
                    looks for each sentence, and who talks
    extractor.py    all of it: `Llm`. Read this one first

Extra `llm`: httpx.
"""

from .extractor import Llm
from .prompt import Reading
from .report import Report
from .settings import Wire

__all__ = ["Llm", "Reading", "Report", "Wire"]
