"""Text to plain values: one pass over libyaml's events, and every refusal on the way."""

from collections.abc import Callable
from functools import cached_property

from yaml import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
)

from goodoffices.documents import syntax
from goodoffices.documents.events import Event, events
from goodoffices.documents.places import Lines
from goodoffices.documents.plain import Plain, resolve
from goodoffices.documents.text import excerpt
from goodoffices.errors import DataError, Problem

DEEPEST = 100
"""Lists and mappings within each other; the mapping that is the whole file is the first."""
MOST = 1_500_000
"""Keys, values, beginnings and ends of lists and mappings. Each costs a hundred times the bytes that make it in the file;
a record of 20,000 claims has about 700,000."""


def parse(name: str, text: str) -> dict[str, Plain]:
    """Return the mapping that `text` is; `name` is the file's in problems. Raises DataError as `read_yaml` does."""
    if problems := syntax.forbidden_characters(name, text):
        raise DataError(problems)
    return _Reader(name, text).read()


class _EnoughError(Exception):
    """Reading on is of no use, or would cost too much."""


class _Reader:
    """One pass, which makes the values and collects the refusals.

    `container` is the list or mapping now open and `key` the key whose value comes next, None if a key comes next;
    `firsts` has the offset of each key of the open mapping. The enclosing ones wait on the stack.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.problems: list[Problem] = []
        self.root: list[Plain] = []
        self.container: list[Plain] | dict[str, Plain] = self.root
        self.key: str | None = None
        self.firsts: dict[str, int] = {}
        self.stack: list[tuple[list[Plain] | dict[str, Plain], str | None, dict[str, int]]] = []
        self.documents = 0
        # Keys known to be text: one copy of each serves the whole file.
        self.plain_keys: dict[str, str] = {}

    def read(self) -> dict[str, Plain]:
        """Return the mapping, or raise DataError with every problem."""
        syntax_error, until = self._read_events()
        tabs = syntax.tabs(self.name, self.text, until) if "\t" in self.text else []
        self.problems += tabs
        # libyaml stumbles over many tabs in obscure words; ours are clearer, and one word about them is enough.
        if syntax_error and not tabs:
            self.problems.append(syntax_error)
        if not self.problems:
            self._require_mapping()
        if self.problems:
            raise DataError(sorted(self.problems)[: syntax.MANY])
        root = self.root[0]
        assert isinstance(root, dict)
        return root

    def _read_events(self) -> tuple[Problem | None, int]:
        """Read all events; return the syntax error if there is one, and the offset up to which the text was read."""
        handlers = self._handlers()
        event: Event = None
        try:
            for number, event in enumerate(events(self.text)):
                if number > MOST:
                    self._refuse(event.start_mark.index, f"more than {MOST:,} keys and values", "fewer in one file")
                    raise _EnoughError
                handlers[type(event)](event)
        except _EnoughError:
            return None, event.start_mark.index
        except MarkedYAMLError as error:
            # One more than the offset: the character that libyaml stumbles over may be the tab itself.
            return syntax.explain(self.name, self.text, error), syntax.offset_of(error, self.text) + 1
        return None, len(self.text)

    def _handlers(self) -> dict[type, Callable[[Event], None]]:
        def nothing(_: object) -> None: ...

        return {
            StreamStartEvent: nothing,
            DocumentStartEvent: self._start_document,
            DocumentEndEvent: nothing,
            ScalarEvent: self._scalar,
            AliasEvent: self._alias,
            MappingStartEvent: lambda event: self._open(event, {}),
            MappingEndEvent: self._close,
            SequenceStartEvent: lambda event: self._open(event, []),
            SequenceEndEvent: self._close,
        }

    def _start_document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse(event.start_mark.index, "a second document ('---')", "one document in a file")
            raise _EnoughError

    def _scalar(self, event: Event) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if self.key is None and type(self.container) is dict:
            self.key = self._key(event)
        else:
            self._put(event.value if event.style else resolve(event.value))

    def _alias(self, event: Event) -> None:
        alias = excerpt("*" + event.anchor)
        self._refuse(event.start_mark.index, f"the alias {alias}", "the value itself, written out")
        self._put(None)

    def _open(self, event: Event, container: list[Plain] | dict[str, Plain]) -> None:
        self._refuse_properties(event)
        offset = event.start_mark.index
        if len(self.stack) == DEEPEST:
            self._refuse(offset, f"a value nested deeper than {DEEPEST}", f"at most {DEEPEST} lists and mappings deep")
            raise _EnoughError
        if self.key is None and isinstance(self.container, dict):
            self._refuse(offset, "a list or mapping as a key", "text as a key")
        self.stack.append((self.container, self.key, self.firsts))
        self.container, self.key, self.firsts = container, None, {}

    def _close(self, _: object) -> None:
        done = self.container
        self.container, self.key, self.firsts = self.stack.pop()
        self._put(done)

    def _put(self, value: Plain) -> None:
        if type(self.container) is list:
            self.container.append(value)
        elif self.key is None:
            self.key = ""  # a key that was refused; only its place among keys and values matters now
        else:
            self.container[self.key] = value  # type: ignore[call-overload]
            self.key = None

    def _key(self, event: Event) -> str:
        key: str = event.value
        offset = event.start_mark.index
        if not event.style:
            key = self.plain_keys.get(key) or self._plain_key(key, offset)
        first = self.firsts.setdefault(key, offset)
        if first != offset:
            line = self._lines.place(first).line
            self._refuse(offset, f"the key {excerpt(key)} a second time (first on line {line})", "each key once")
        return key

    def _plain_key(self, key: str, offset: int) -> str:
        meaning = resolve(key)
        if type(meaning) is str or type(meaning) is int:
            self.plain_keys[key] = key
        else:
            found = f"the key {excerpt(key)}, which is not text" if key else "nothing where a key should stand"
            self._refuse(offset, found, "text as a key; put it in quotation marks")
        return key

    def _refuse_properties(self, event: Event) -> None:
        offset = event.start_mark.index
        if event.anchor is not None:
            expected = "the value without it; text that starts with '&' in quotation marks"
            self._refuse(offset, f"the anchor {excerpt('&' + event.anchor)}", expected)
        if event.tag is not None:
            expected = "the value without it; text that starts with '!' in quotation marks"
            self._refuse(offset, f"the tag {excerpt(event.tag)}", expected)

    def _refuse(self, offset: int, found: str, expected: str) -> None:
        self.problems.append(Problem(self.name, *self._lines.place(offset), found, expected))
        if len(self.problems) == syntax.MANY:
            raise _EnoughError

    def _require_mapping(self) -> None:
        found = None
        if not self.root or self.root[0] is None:
            found = "a file without any key"
        elif not isinstance(self.root[0], dict):
            found = f"a {'list' if isinstance(self.root[0], list) else 'single value'} as the whole file"
        if found:
            self.problems.append(Problem(self.name, 1, 1, found, "a mapping: lines of 'key: value'"))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)
