"""The options that several commands share, and the groups in which `--help` shows those of `draft` and `add`."""

from pathlib import Path
from typing import Annotated

import typer

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)]
Originals = Annotated[
    Path | None,
    typer.Option("--originals", metavar="DIR", show_default=False,
                 help="A folder with the originals of restated sources: prove and show them."),
]  # fmt: skip
By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="NAME", help="The name under which decisions are recorded.", show_default="your login"
    ),
]
As = Annotated[
    str | None,
    typer.Option("--as", metavar="NAME", help="Whose decisions these are, with --blind.", show_default=False),
]
Blind = Annotated[
    bool,
    typer.Option("--blind", help="Mark by yourself: see nobody's decisions, write them to decisions/NAME.yaml."),
]
Scenario = Annotated[
    list[Path],
    typer.Argument(
        metavar="SCENARIO...",
        help="A case folder, a folder of scenario files, or a domain file followed by its profiles.",
        show_default=False,
    ),
]
NoDeal = Annotated[
    str,
    typer.Option(
        "--no-deal",
        metavar="file|zero|min",
        help="What each side has without a deal: as the file says, 0, or its worst package.",
    ),
]
Deadline = Annotated[
    float, typer.Option("--deadline", metavar="SECONDS", min=0.001, help="After this time tell what is proved by then.")
]
Figure = Annotated[
    Path | None, typer.Option("--figure", metavar="FILE.svg", help="Write a drawing.", show_default=False)
]
Workers = Annotated[int, typer.Option("--workers", metavar="N", min=1, max=256, help="Threads to work with.")]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="Work on the Dask cluster at this address.", show_default=False
    ),
]
WHO, REPORT, WORK = "Who talks", "What is known of the reports", "How they are read"
"""The groups of options of `draft` and `add`."""
NETWORK = "On a local network"
"""A group of options of `hold`."""
Party = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="NAME[=OTHER]", help="A party, with other names of it; once for each party.",
                 show_default=False, rich_help_panel=WHO),
]  # fmt: skip
Third = Annotated[
    list[str] | None,
    typer.Option("--third", metavar="NAME[=OTHER]", help="A third party: who mediates, hosts, chairs or observes.",
                 show_default=False, rich_help_panel=WHO),
]  # fmt: skip
For = Annotated[
    str,
    typer.Option("--for", metavar="READER", help="Who is to read it: team, public, a party or third party."),
]  # fmt: skip
Readable = Annotated[
    str | None,
    typer.Option("--readers", metavar="READER[,...]", help="Who may read them: team, public, a party or third party.",
                 show_default="public", rich_help_panel=REPORT),
]  # fmt: skip
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs; write no file.")]
Table = Annotated[int, typer.Option("--table", metavar="N", min=1, help="The table at which the talks were held.")]
