"""An app that speaks to a server as Textual's does and draws what it hears, so that fifty of them cost little.

Its argument says how it behaves: `good` ends when asked; `stubborn` never does; `loud` draws without end; `deaf` takes
no input.
"""

from __future__ import annotations

import json
import os
import sys
import threading


def packet(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "big") + content


def draw(words: str) -> None:
    os.write(1, packet(b"D", f"<{words}>".encode()))


def shout() -> None:
    while True:
        os.write(1, packet(b"D", b"x" * 65536))


def main(manner: str) -> None:
    os.write(1, b"__GANGLION__\n")
    draw(f"begins {os.getpid()} {os.environ['COLUMNS']}x{os.environ['ROWS']}")
    if manner == "loud":
        threading.Thread(target=shout, daemon=True).start()
    if manner == "deaf":
        threading.Event().wait()
    while kind := sys.stdin.buffer.read(1):
        content = sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(4), "big"))
        if kind == b"D":
            draw(f"types {content[:40].decode()} in {os.getpid()}")
            continue
        said = json.loads(content)
        draw("{type} {width}x{height}".format(**{"width": 0, "height": 0, **said}))
        if said["type"] == "quit" and manner != "stubborn":
            os.write(1, packet(b"M", b'{"type": "exit"}'))
            return


if __name__ == "__main__":
    main(sys.argv[1])
