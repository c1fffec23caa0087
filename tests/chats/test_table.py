from __future__ import annotations

from pathlib import Path

import pytest

from coach.chats.reader import ChatFile
from coach.chats.table import NamedColumns
from coach.errors import InputError
from coach.models.thread import DateOrder
from tests.chats.expected import assert_as_expected, expected, exported, fixtures


@pytest.mark.parametrize("folder", fixtures("csv"), ids=lambda folder: folder.name)
def test_every_row_of_every_table(folder: Path) -> None:
    (path,) = exported(folder)
    file = ChatFile(path)
    assert NamedColumns().claims(file, file.start())
    if not expected(folder).is_open:
        assert_as_expected(NamedColumns().read(file, None), folder)
        return
    with pytest.raises(InputError, match="--dates dmy"):
        NamedColumns().read(file, None)
    for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST):
        assert_as_expected(NamedColumns().read(file, order), folder, order)
