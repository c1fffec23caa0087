from __future__ import annotations

from pathlib import Path

import pytest

from coach.chats.reader import ChatFile
from coach.chats.whatsapp import WhatsAppText
from coach.errors import InputError
from coach.models.thread import DateOrder
from tests.chats.expected import assert_as_expected, expected, exported, fixtures

ZIPPED = ("uk-ios-zip", "uk-ios-zip-damaged", "us-android-zip")


@pytest.mark.parametrize("folder", fixtures("whatsapp", but=ZIPPED), ids=lambda folder: folder.name)
def test_every_line_of_every_locale(folder: Path) -> None:
    (path,) = exported(folder)
    file = ChatFile(path)
    assert WhatsAppText().claims(file, file.start())
    if expected(folder).is_open:
        with pytest.raises(InputError, match="--dates dmy"):
            list(WhatsAppText().read(file, None))
        for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST):
            assert_as_expected(WhatsAppText().read(file, order), folder, order)
    else:
        assert_as_expected(WhatsAppText().read(file, None), folder)
