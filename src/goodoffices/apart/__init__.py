"""Work in a process of its own, under a limit of time and of memory: what goes wrong there ends that process, no more.

    process.py    one process that is asked, from outside; read it first
    processes.py  some of them: each is lent to one piece of work at a time
    inside.py     the other side: what runs in the process
    limits.py     how long, and how much memory

Bytes go in and bytes come out, by pipes, nothing by the disk. What they mean whoever asks and whoever answers know; nothing
here reads them.
"""

from .limits import Limits
from .process import Process, WorkError
from .processes import Processes

__all__ = ["Limits", "Process", "Processes", "WorkError"]
