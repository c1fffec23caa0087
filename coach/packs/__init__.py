"""Packs: rules, lessons, help lines and stages that somebody else wrote, installed for this user."""

from coach.packs.conflicts import conflicts
from coach.packs.content import Content, content_of_folder, content_of_zip, pack_folder
from coach.packs.pack_file import PACK_FILE, Pack, PackInfo, read_pack
from coach.packs.store import add_pack, every_pack, installed_packs, pack_called, packs_path, remove_pack, unread_packs

__all__ = [
    "PACK_FILE",
    "Content",
    "Pack",
    "PackInfo",
    "add_pack",
    "conflicts",
    "content_of_folder",
    "content_of_zip",
    "every_pack",
    "installed_packs",
    "pack_called",
    "pack_folder",
    "packs_path",
    "read_pack",
    "remove_pack",
    "unread_packs",
]
