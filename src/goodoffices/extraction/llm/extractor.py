"""The extractor that asks a model. Read this one first: what is sent, what is believed, how pieces become one report."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping

from ... import __version__
from ...errors import DataError, Problem
from ...language.folding import Span
from ...record import Claim
from ..passages import Headed
from ..proposal import Text, signed
from ..roster import NOTHING, Said
from . import headings, report, settings, sides
from .answer import Reader
from .beside import Beside
from .client import Client
from .headings import headed
from .merger import Merger
from .passages import Passages
from .pieces import pieces
from .prompt import Reading, questions, task
from .proof.unsupported import Unsupported
from .report import Report
from .settings import Settings, Wire
from .task import body


class Llm:
    """Asks the model that the user names, at the address that he names; there is no default for either.

    A claim stands only where its quote stands in the text and carries its names, days and numbers. So a report that tries to
    give the model orders can at most bring out claims whose words it holds itself; a person decides on each.
    """

    name = "llm"

    def __init__(
        self,
        address: str,
        model: str,
        key: str | None = None,
        timeout: float = 60.0,
        wire: Wire = Wire(),  # noqa: B008 - frozen
        reading: Reading = Reading(),  # noqa: B008 - frozen
    ) -> None:
        """`timeout`: seconds for one whole answer. The key is sent to the address and shown nowhere."""
        self._settings = Settings(address, model, key, timeout, wire)
        self._reading = reading
        self.thrown: Counter[str] = Counter()
        """What was thrown away by `propose` since this was made, by reason."""
        self.dropped: Counter[str] = Counter()
        """The optional keys that it left out of claims that stand, as they were not proved."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Llm":
        """The model that the environment names (GOODOFFICES_LLM_ADDRESS, _MODEL, _KEY, _PLAIN_HTTP, _PROXIES)."""
        wire = Wire(
            plain_http=environment.get(settings.PLAIN_HTTP) == "yes", proxies=environment.get(settings.PROXIES) == "yes"
        )
        address, model = environment.get(settings.ADDRESS, ""), environment.get(settings.MODEL, "")
        return cls(address, model, environment.get(settings.KEY) or None, wire=wire)

    def __repr__(self) -> str:
        return f"Llm({self._settings.address!r}, {self._settings.model!r})"

    @property
    def version(self) -> str:
        """Ours and the model's name: another model is another witness."""
        return f"{__version__}, {self._settings.model}"

    @property
    def sends_to(self) -> str:
        """The address to which the questions go."""
        return self._settings.url

    @property
    def leaves_this_machine(self) -> bool:
        """Whether the questions go to another machine."""
        return not self._settings.is_local

    def beside(self) -> Beside:
        """What reads two reports side by side, by the same model."""
        return Beside(self._settings, f"{self.name} {self.version}")

    def headings(self, text: Text) -> tuple[Headed, ...]:
        """The sentences of a report under the headings where a reader looks for them, in their order."""
        self._check_length(text)
        client, passages = Client(self._settings, headings.task()), Passages(text)
        found: dict[Span, Headed] = {}
        for asked in self._headings_asked(text, passages):
            found = {one.span: one for one in headed(passages, client.listed(asked))} | found  # the first holds
        return tuple(sorted(found.values(), key=lambda one: one.span.start))

    def sides(self, text: Text) -> Said:
        """Who talks by a report and who helps; whom a person named is left to him."""
        self._check_length(text)
        if not text.text.strip():
            return NOTHING
        asked = sides.question(text.text)
        return sides.sides(text.text[: sides.LONGEST], Client(self._settings, sides.task()).listed(asked))

    def _headings_asked(self, text: Text, passages: Passages) -> Iterator[str]:
        if text.text.strip():
            yield from headings.question(passages, pieces(text.text, self._reading.piece, 0))

    def what_would_be_sent(self, text: Text) -> tuple[str, ...]:
        """The bodies of the requests, exactly, for showing; nothing is sent.

        A server that refuses the JSON Schema is asked again with the same messages and no schema beside them.
        """
        self._check_length(text)
        model = self._settings.model
        told = [body(model, task(), asked) for _, asked in questions(text, self._reading)]
        told += [body(model, headings.task(), asked) for asked in self._headings_asked(text, Passages(text))]
        told += [body(model, sides.task(), sides.question(text.text))] if text.text.strip() else []
        return tuple(one.decode() for one in told)

    def propose(self, text: Text) -> tuple[Claim, ...]:
        """The claims that stand; `thrown` counts on."""
        read = self.read(text)
        self.thrown.update(read.thrown)
        self.dropped.update(read.dropped)
        return read.claims

    def read(self, text: Text) -> Report:
        """The claims that stand, and what was thrown away by reason. One piece that fails fails all: no half a report."""
        self._check_length(text)
        client, reader, thrown = Client(self._settings, task()), Reader(text), Counter[str]()
        merger = Merger()
        # A text of spaces asks nothing: whatever a model told of it would be invented.
        asked = tuple(questions(text, self._reading)) if text.text.strip() else ()
        for piece, question in asked:
            merger.add(self._standing(reader, client.listed(question), piece, thrown))
        return Report(signed(self, merger.claims), dict(thrown), dict(reader.dropped), merger.merged, len(asked))

    def _standing(self, reader: Reader, found: list[object], piece: Span, thrown: Counter[str]) -> list[Claim]:
        most = self._reading.most
        if len(found) > most:
            thrown[report.MANY] += len(found) - most
        reader.learn(found[:most], piece)
        standing = []
        for item in found[:most]:
            try:
                standing.append(reader.claim(item, piece))
            except Unsupported as error:
                thrown[error.reason] += 1
        return standing

    def _check_length(self, text: Text) -> None:
        longest = self._reading.longest
        if len(text.text) > longest:
            found, expected = f"a text of {len(text.text):,} letters", f"{longest:,} at most; cut it into parts"
            raise DataError([Problem(text.source, 0, 0, found, expected)])
