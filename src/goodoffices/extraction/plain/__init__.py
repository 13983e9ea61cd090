"""Rules without a model: `Plain` is the extractor."""

from .extractor import Plain

__all__ = ["Plain"]
