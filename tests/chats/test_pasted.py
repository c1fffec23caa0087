from __future__ import annotations

from pathlib import Path

import pytest

from coach.chats.pasted import PastedLines
from coach.chats.reader import ChatFile
from tests.chats.expected import assert_as_expected, exported, fixtures


@pytest.mark.parametrize("folder", fixtures("pasted", but=["no-chat-damaged"]), ids=lambda folder: folder.name)
def test_every_line_of_every_form(folder: Path) -> None:
    (path,) = exported(folder)
    file = ChatFile(path)
    assert PastedLines().claims(file, file.start())
    assert_as_expected(PastedLines().read(file, None), folder)
