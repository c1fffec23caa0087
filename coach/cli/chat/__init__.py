"""`coach chat`: a conversation, turn by turn: what to look at again, and where it turned."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from coach.cli.check.options import path_named
from coach.cli.own_rules import add_folders, own_faults_are_input, own_folders
from coach.cli.terminal import one_line
from coach.cli.typed import STANDARD_INPUT, piped_chat
from coach.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from coach.models import Family
    from coach.models.thread import DateOrder
    from coach.threads import Conversation
    from coach.threads.opened import OpenedChat

FORMATS = ("text", "json", "html")
BETWEEN = ("family", "friends", "online", "unsure")
_DESCRIPTION = """Look at a chat together, with the child's knowledge: what is in it, and where it turned.

Coach reads exports of WhatsApp, Discord, Instagram, Messenger, Snapchat, Telegram, Google Chat, iMessage and text
messages, logs of Minecraft and Roblox, tables with named columns, and lines such as Max: hello. Nothing is kept, and
nothing is sent."""
_EXAMPLES = """coach chat "WhatsApp Chat with Max.txt" --me Mia
coach chat export.zip --me Mia --format html --out chat.html"""
_EPILOG = """--format json writes {"turns": [{"turn", "sender", "time", "mine", "text", "flags": [...]}], "read",
"unread": [{"line", "why"}], "not_english": [{"turn", "language"}], "stages": [{"stage", "turn", "phrase"}]}; turns are
numbered from 0, oldest first."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "chat",
        help="look at an exported chat together",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        epilog=_EPILOG,
        status="0 nothing flagged, 1 something flagged",
    )
    parser.add_argument(
        "file", type=path_named, metavar="FILE", help="an exported chat, an archive or a folder; - reads standard input"
    )
    parser.add_argument("--me", default="", metavar="NAME", help="the child's name in this chat")
    parser.add_argument(
        "--between",
        choices=BETWEEN,
        help="how the child knows the others (default: what the words show); unsure counts as online",
    )
    parser.add_argument("--dates", choices=("dmy", "mdy"), help="how the file writes dates, where that is unclear")
    parser.add_argument("--format", choices=FORMATS, default="text", help="output format (default: text)")
    parser.add_argument("--out", type=path_named, metavar="PATH", help="write the result to this file")
    parser.add_argument("--force", action="store_true", help="replace an existing file")
    parser.add_argument(
        "--rules-only", action="store_true", help="use the rules only, without the trained second reader"
    )
    add_folders(parser, may_be_alone=False)
    parser.add_argument("--no-family", action="store_true", help="ignore the family's private words and settings")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read the conversation, write what was found and return the exit status."""
    from coach.cli.chat.formats import writer_for
    from coach.cli.check import read_family
    from coach.cli.check.stream import written
    from coach.cli.check.targets import handle_of
    from coach.cli.results import result_at
    from coach.family import off_note
    from coach.models import Family
    from coach.models.thread import DateOrder

    if args.force and not args.out:
        raise InputError("--force needs a file to replace\n    fix: add --out PATH, or leave --force out")
    is_piped = str(args.file) == STANDARD_INPUT
    read = handle_of(sys.stdin) if is_piped else [args.file]
    target = result_at(args.out, read, force=args.force) if args.out else None
    opened = _opened(args.file, DateOrder(args.dates) if args.dates else None, is_piped=is_piped)
    family = Family() if args.no_family else read_family()
    off = off_note(family.off)
    if off and args.format == "json":
        print(f"coach: {one_line(off)}", file=sys.stderr)
    conversation = _conversation(args, opened, family)
    _ = conversation.facts  # whatever is wrong with the file is said before anything is written
    with written(target, args.format) as out:
        writer_for(args.format, opened, family.country, off).write(conversation, out)
    for name in opened.others:
        print(f"coach: {one_line(name)}: not a chat that Coach knows, not read", file=sys.stderr)
    if opened.counts["unread"]:
        return 2
    is_foreign = any(chat.other.turns for chat in conversation.facts.values())
    return 1 if conversation.is_flagged else 2 if is_foreign else 0


def _opened(path: Path, dates: DateOrder | None, *, is_piped: bool) -> OpenedChat:
    from coach.threads.opened import OpenedChat

    return OpenedChat.piped(piped_chat(), dates) if is_piped else OpenedChat.at(path, dates)


def _conversation(args: argparse.Namespace, opened: OpenedChat, family: Family) -> Conversation:
    from coach import load
    from coach.cli.lifecycle import set_apart
    from coach.models.thread import Between
    from coach.stages import added_phrases, stage_folders

    own = own_folders(args, own_rules=family.own_rules)
    with own_faults_are_input():
        nlp = load(private_words=family.private_words, second_reader=not args.rules_only, rules=own, off=family.off)
        for folder in stage_folders():
            added_phrases(folder)
    from coach.threads import Conversation  # after `load`, which pauses the garbage collector for spaCy's import

    between = Between(args.between) if args.between else None
    conversation = Conversation(nlp, opened.turns, args.me, between, family.age)
    set_apart()
    return conversation
