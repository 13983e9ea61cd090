"""Grammar by a small model: `Nlp` is the extractor. It needs the extra `nlp`."""

from .extractor import Nlp

__all__ = ["Nlp"]
