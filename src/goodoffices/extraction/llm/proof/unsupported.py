"""Why a claim is thrown away, as an error that never leaves this package."""


class Unsupported(ValueError):
    """A claim that its words do not carry; the reason is a key of `REASONS`."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)
