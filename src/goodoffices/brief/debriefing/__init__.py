"""The debriefing: what happened on a day of talks that were held, for all who took part. Read `build.py` first.

    table = HeldTable(1, setting, sides, events)         what stands in the ledger of one table
    table.revealed                                       whether the trainer has opened it to all
    outline = debriefing_outline([table])                the pages, printed as any brief is: `outline_bytes(".pdf", outline)`

Figures are Vega-Lite descriptions; nothing here draws, and nothing has a clock.
"""

from .build import debriefing_outline
from .data import debriefing_data
from .table import HeldTable

__all__ = ["HeldTable", "debriefing_data", "debriefing_outline"]
