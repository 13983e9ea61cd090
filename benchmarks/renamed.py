"""The case of Istanbul under invented names: whoever knows these countries, people, towns and days knows nothing of that case.

    python -m benchmarks.renamed DIR     writes the renamed case into DIR

If the comparison of the renamed case scores as that of the original, no rule was made for its names.
"""

import hashlib
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from goodoffices.case import Case
from goodoffices.documents import read_yaml
from goodoffices.record import Relation

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "istanbul-2025"

# Whole words, as printed; where the two reports spell a name in two ways, the invented name is spelt in two ways, too.
INVENTED: dict[str, str] = {
    "Ukraine": "Velmark", "Ukrainian": "Velmarkian", "ukraine": "velmark", "UA": "VK", "ua": "vk",
    "Україна": "Вельмарк", "Украина": "Вельмарк",
    "Russia": "Ostrovia", "Russian": "Ostrovian", "russia": "ostrovia", "RU": "OZ", "ru": "oz",
    "Росія": "Островія", "Россия": "Островия",
    "Turkey": "Lemnara", "Turkish": "Lemnaran", "turkey": "lemnara", "TR": "LM", "tr": "lm", "Türkiye": "Lémnara",
    "United States": "Federal Union", "US": "FU", "U.S.": "F.U.", "usa": "fedunion", "us": "fu",
    "European": "Littoral", "Europe": "Littora", "europe": "littora", "Western": "Southern", "western": "southern",
    "China": "Jinhara", "Chinese": "Jinharan", "china": "jinhara", "CN": "JH",
    "United Kingdom": "Twin Provinces", "uk": "twinprov", "GB": "TP", "France": "Garonne", "france": "garonne", "FR": "GN",
    "Germany": "Hesperia", "germany": "hesperia", "DE": "HP",
    "Rustem": "Tarik", "Umerov": "Bashirov", "umerov": "bashirov",
    "Serhiy": "Pavlo", "Kyslytsya": "Dorosh", "kyslytsya": "dorosh",
    "Oleksandr": "Bohdan", "Polak": "Verin", "Poklad": "Verinad", "polak": "verin",
    "Volodymyr": "Yaromir", "Zelensky": "Marovsky", "Zelenskyy": "Marovskyy", "zelensky": "marovsky",
    "Vladimir": "Gennady", "Medinsky": "Trubin", "medinsky": "trubin",
    "Mikhail": "Arkady", "Galuzin": "Sobolin", "galuzin": "sobolin",
    "Igor": "Maxim", "Kostyukov": "Lazarev", "kostyukov": "lazarev", "Putin": "Zhukin", "putin": "zhukin",
    "Hakan": "Cemal", "Fidan": "Ozkan", "fidan": "ozkan",
    "Recep": "Halil", "Tayyip": "Nadir", "Erdogan": "Karadag", "erdogan": "karadag",
    "Marco": "Julio", "Rubio": "Santoro", "rubio": "santoro", "Donald": "Walter", "Trump": "Grimes", "trump": "grimes",
    "Istanbul": "Port Serin", "istanbul": "port-serin", "Dolmabahçe": "Aynalıçe", "Dolmabahce": "Aynalice",
    "NATO": "SELTA", "nato": "selta", "GUGS": "OGRU",
    "May 16, 2025": "September 3, 2031", "2025-05-16": "2031-09-03", "2025-05-20": "2031-09-07",
    "May 2025": "September 2031", "may-2025": "september-2031", "2022": "2028",
    "ukraine-may": "velmark-team", "russia-may": "ostrovia-team",
}  # fmt: skip
_OLD = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(old) for old in sorted(INVENTED, key=len, reverse=True))})(?!\w)")


def renamed(text: str) -> str:
    """A text with every name and day replaced."""
    return _OLD.sub(lambda match: INVENTED[match[0]], text)


def write_renamed(target: Path, folder: Path = EXAMPLE) -> Path:
    """Write a case under invented names; what ties it to the originals is left out."""
    (target / "sources").mkdir(parents=True, exist_ok=True)
    talks, record = (_everywhere(read_yaml(folder / name).value) for name in ("talks.yaml", "record.yaml"))
    for source in record["sources"].values():
        source.pop("original", None)
        text = renamed((folder / source["text"]["file"]).read_text(encoding="utf-8")).encode()
        (target / source["text"]["file"]).write_bytes(text)
        source["text"]["sha256"] = hashlib.sha256(text).hexdigest()
    for claim in record["claims"]:
        claim.pop("original", None)
    for name, content in (("talks.yaml", talks), ("record.yaml", record)):
        (target / name).write_text(
            yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8"
        )
    return target


def _everywhere(value: Any) -> Any:
    if isinstance(value, dict):
        return {renamed(key): _everywhere(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_everywhere(inner) for inner in value]
    return renamed(value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the comparison of a case stands to an alignment made by hand."""

    gold: int
    """Pairs that a person saw."""
    found: int
    """Pairs that the comparison made."""
    both: int
    """Pairs that both made."""
    relations: int
    """Of these, with the same relation."""
    contradictions: int
    """Pairs that the comparison calls a contradiction."""

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of the pairs."""
        return 2 * self.both / (self.gold + self.found)


def alignment(case: Case, gold: Iterable[Mapping[str, str]]) -> Alignment:
    """Hold the comparison of a case against an alignment: `a`, `b` and `relation` of each pair."""
    wanted = {(row["a"], row["b"]): row["relation"] for row in gold}
    told = {(a, b): relation for a, b, relation in case.comparison.pairs()}
    both = wanted.keys() & told.keys()
    return Alignment(
        gold=len(wanted),
        found=len(told),
        both=len(both),
        relations=sum(wanted[key] == told[key] for key in both),
        contradictions=sum(relation is Relation.CONTRADICTS for relation in told.values()),
    )


if __name__ == "__main__":
    print(write_renamed(Path(sys.argv[1])))
