"""Strategies for plain values, and a writer of YAML that shares nothing with the package's own."""

from decimal import Decimal

from hypothesis import strategies as st

from goodoffices.documents import Plain

AWKWARD = [
    "", " ", "~", "null", "Null", "true", "True", "FALSE", "yes", "NO", "on", "y", "1", "-1", "+1", "007",
    "1.5", ".5",
    "1.", "1e3", "0x1F", "0o7", "1_000", "12:30", "2025-05-16", "2025-05", "30-day", ".inf", ".nan", "<<",
    "=", "-", "- a",
    "? a", ":", "a: b", "a:", ":a", "#", "a #b", "a#b", "# a", "&a", "*a", "!a", "|", ">", "@a", "`a",
    "%a", "---", "...",
    "'", '"', "it's", 'say "hi"', "\\", "\\n", "{", "}", "[", "]", ",", "a, b", "[a]", "{a: b}", "a\nb",
    "\n", "\na", "a\n\n",
    "a\r\nb", "\t", "a\tb", " a", "a ", "a  b", "é", "日本", "Лавров", "\u05d0 (\u05d1)", "😀", "👩‍👩‍👧",
    "\x00", "\x07", "\x1b[0m", "\x7f",
    "\x85", "\xa0", "\u2028", "\u2029", "\ufeff", "\ufffe", "\u202e", "e\u0301", "zelensky?", "Ukraine’s",
    "a–b", "x" * 200,
    "word " * 60, "-0", "0", "-0.0", "00", "1" * 301, "١٢", "(a) b", "a (b)",
]  # fmt: skip

texts = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(max_size=12),
    st.text(alphabet=" \n\r\t'\"\\:#-?,[]{}&*!|>%@`ab1.\x85\u2028é😀", max_size=12),
)
integers = st.one_of(st.integers(), st.integers(-(10**299) + 1, 10**299 - 1))
decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
scalars: st.SearchStrategy[Plain] = st.one_of(st.none(), st.booleans(), integers, decimals, texts)
values: st.SearchStrategy[Plain] = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)
mappings: st.SearchStrategy[dict[str, Plain]] = st.dictionaries(texts, values, max_size=5)


def quoted(text: str) -> str:
    """Every character that is not a plain letter as an escape: nothing for a reader to misunderstand."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\U{ord(c):08X}" for c in text) + '"'


def one_line(value: Plain) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)}: {one_line(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(one_line, value)) + "]"
    if isinstance(value, Decimal):
        digits = format(value, "f")
        return digits if "." in digits else digits + ".0"
    return (
        {None: "null", True: "true", False: "false"}[value]
        if value is None or value is True or value is False
        else str(value)
    )


def block(value: Plain, indent: int = 0, comment: str = "") -> str:
    """The same value with a line for each key and item, and the comment behind and between the lines."""
    pad = " " * indent
    if isinstance(value, dict) and value:
        heads = [(f"{pad}{quoted(key)}:", item) for key, item in value.items()]
    elif isinstance(value, list) and value:
        heads = [(f"{pad}-", item) for item in value]
    else:
        return f"{pad}{one_line(value)}{comment}\n"
    lines = []
    for head, item in heads:
        if item and isinstance(item, (dict, list)):
            lines.append(f"{head}{comment}\n{pad}{comment.strip()}\n{block(item, indent + 2, comment)}")
        else:
            lines.append(f"{head} {one_line(item)}{comment}\n")
    return "".join(lines)
