"""What the page for programs shows is true."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import coach
from coach.cli.check.formats.html_page import MOST_SHOWN
from coach.cli.check.workers import BATCH
from coach.spacy_component import Settings

PAGE = (Path(coach.__file__).parent / "engine" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def test_every_example_gives_what_is_shown() -> None:
    shown = "\n".join(block for block in BLOCKS if block.startswith(">>>"))
    test = doctest.DocTestParser().get_doctest(shown, {}, "README.md", "README.md", 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(test)
    assert len(test.examples) > 20
    assert runner.summarize().failed == 0


def test_examples_that_need_a_cluster_compile() -> None:
    others = [block for block in BLOCKS if not block.startswith(">>>")]
    assert len(others) == 2
    for block in others:
        compile(block, "README.md", "exec")


def test_settings_and_bounds_are_those_of_the_code() -> None:
    (ini,) = re.findall(r"```ini\n(.*?)```", PAGE, re.DOTALL)
    written = dict(re.findall(r"^(\w+) = (\S+)", ini, re.MULTILINE))
    settings = Settings()
    expected = {name: getattr(settings, name) for name in Settings.__slots__}
    assert written.pop("factory") == '"coach"'
    assert written == {
        name: str(value).lower() if isinstance(value, bool) else f'"{value}"' for name, value in expected.items()
    }
    assert f"At most {MOST_SHOWN:,} messages are shown" in PAGE
    assert f"batches of up to {BATCH}" in PAGE
