"""`coach serve`: the app in a browser, for a tablet on the sofa."""

from __future__ import annotations

import argparse
import socket
import sys
import threading
from contextlib import suppress

from coach.cli.lessons.folders import add_folder, own_folders
from coach.errors import InputError

HERE = "127.0.0.1"
SHARED = """\
coach: other devices in the network of {host} can ask for this page. A code that is shown here lets one of them in;
       then it reads and types as you, sees your promises, opens pictures of this computer and saves files on it.
       Nothing is encrypted: whoever runs the network can read along."""
TOLD = """\
Coach is at {link}
The page asks for this code: {code}
Ctrl+C ends it."""
NEXT = "The code for the next device: {code}"


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("serve", help="the app in a browser, on this computer only unless you say so")
    parser.add_argument("--host", default=HERE, metavar="ADDRESS", help=f"whom to listen to; {HERE} without")
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="8000 without")
    parser.add_argument("--open", action="store_true", help="open the page in this computer's browser")
    add_folder(parser, argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    try:
        from coach.browser import CoachServer, is_here
    except ImportError as error:
        raise InputError("serving needs textual-serve\n    fix: pip install 'coach-together[serve]'") from error
    own_folders(args)
    _check_free(args.host, args.port)
    command = [sys.executable, "-m", "coach"]
    if getattr(args, "lessons", None):
        command += ["--lessons", str(args.lessons.resolve())]
    if not is_here(args.host):
        print(SHARED.format(host=args.host), file=sys.stderr, flush=True)
    server = CoachServer(command, args.host, args.port, _show_next)

    def ready() -> None:
        print(TOLD.format(link=server.link, code=server.entry.code), flush=True)
        if args.open:
            _open(server.link)

    server.serve(ready)
    return 0


def _show_next(code: str) -> None:
    with suppress(OSError):  # nobody reads what is shown
        print(NEXT.format(code=code), flush=True)


def _open(link: str) -> None:
    """Open a link that holds no secret: the list of processes shows it to everybody on this computer."""
    import webbrowser

    threading.Thread(target=webbrowser.open, args=[link], daemon=True).start()


def _check_free(host: str, port: int) -> None:
    """Raise InputError where nobody can listen there."""
    if not 0 < port < 65536:
        raise InputError(f"there is no port {port}\n    fix: choose a --port of 1 to 65535")
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        raise InputError(
            f"cannot listen at {host}, port {port}: {error.strerror}\n    fix: choose another --port"
        ) from error
