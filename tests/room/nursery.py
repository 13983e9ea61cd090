"""Starts rooms of tests as processes of their own, which can be killed: everything is imported once, and each start is a fork.

python -m tests.room.nursery FOLDER PORT      reads a line for each start, says `up PID`, waits until that one has died
"""

import os
import sys
from datetime import datetime
from pathlib import Path

from goodoffices.proceedings.rules import bounds
from goodoffices.room.server import application
from goodoffices.serving.server import listen, serve

from .rooms import hall


def main(folder: Path, port: int) -> None:
    bounds.ACTS = 10**6  # a seat under load for long says more than its share of a day, which is tested elsewhere
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            made = hall(folder, lambda: datetime.now().astimezone(), port=port)
            listening = listen(port)
            print(f"up {os.getpid()}", flush=True)
            serve(application(made), listening, connections=made.connections, at_end=made.streams.end)
            os._exit(0)
        os.waitpid(child, 0)
        print("down", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
