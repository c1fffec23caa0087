"""`coach serve`: run the app in a browser, for a tablet on the sofa."""

from __future__ import annotations

import argparse
import socket
import sys
import threading
from contextlib import suppress

from coach.cli.lessons.folders import add_folder, own_folders
from coach.errors import InputError
from coach.own_file import real_path

HERE = "127.0.0.1"
SHARED = """\
coach: other devices on the network of {host} can ask for this page. Each code shown here lets one of them in;
       that device can then read and type as you, see your promises, open pictures on this computer and save files.
       The connection is not encrypted: whoever runs the network can read along."""
READY = """\
Coach is at {link}
The page asks for this code: {code}
Press Ctrl+C to stop."""
NEXT = "Code for the next device: {code}"


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "serve",
        help="run the app in a browser, on this computer only by default",
        examples="coach serve --open\ncoach serve --host 0.0.0.0 --port 8765",
    )
    parser.add_argument("--host", default=HERE, metavar="ADDRESS", help=f"the address to listen on (default: {HERE})")
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="the port to listen on (default: 8000)")
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
        command += ["--lessons", str(real_path(args.lessons))]
    if not is_here(args.host):
        print(SHARED.format(host=args.host), file=sys.stderr, flush=True)
    server = CoachServer(command, args.host, args.port, _show_next)

    def ready() -> None:
        print(READY.format(link=server.link, code=server.entry.code), flush=True)
        if args.open:
            _open(server.link)

    server.serve(ready)
    return 0


def _show_next(code: str) -> None:
    with suppress(OSError):  # standard output may be closed
        print(NEXT.format(code=code), flush=True)


def _open(link: str) -> None:
    """Open the link in a browser; it contains no secret, since other users can see it in the list of processes."""
    import webbrowser

    threading.Thread(target=webbrowser.open, args=[link], daemon=True).start()


def _check_free(host: str, port: int) -> None:
    """Raise InputError if the address or port cannot be used."""
    if not 0 < port < 65536:
        raise InputError(f"invalid port {port}: choose 1 to 65535\n    fix: set it with --port")
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        raise InputError(
            f"cannot listen on {host}, port {port}: {error.strerror}\n    fix: choose another --port"
        ) from error
