"""Where the files of a folder of rules stand: `<concern>/<category>/<rule>.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coach.errors import Fault
from coach.models import Concern
from coach.own_file import real_path

CATEGORY_FILE = "category.toml"
MAX_FILES = 2_000
"""How many files of one kind are read in a folder; Coach's has 183 rules."""
MAX_BYTES = 5_000_000
"""How many bytes they may have in all; Coach's rules have 800,000."""
_LENT = ("words", "spelling")
_MEND = "put rules into <concern>/<category>/<rule>.toml, such as unkind/looks/teeth.toml"


def rules_path() -> Path:
    """The folder of the rules that Coach ships."""
    return Path(__file__).parent


def files_of(folder: Path, pattern: str, faults: list[Fault]) -> Iterator[Path]:
    """The files that fit `pattern`, none of them outside the folder, and not more than can be read in a few seconds.

    Coach's own are taken as they are: installers may make links of them.
    """
    paths = sorted(folder.glob(pattern))
    if real_path(folder) == real_path(rules_path()):
        yield from paths
        return
    left = MAX_BYTES
    for number, path in enumerate(paths):
        left -= path.stat().st_size if path.is_file() else 0
        if number >= MAX_FILES or left < 0:
            problem = f"over {MAX_FILES:,} files, or over {MAX_BYTES:,} bytes, such as `{pattern}`"
            faults.append(Fault(folder, 0, 1, problem, "make two folders"))
            return
        if real_path(path).is_relative_to(real_path(folder)):
            yield path
        else:
            faults.append(Fault(path, 0, 1, "a link to outside its folder", "put the file itself into the folder"))


def category_id(path: Path, folder: Path) -> str:
    """The category of a file: `<concern>/<category>`."""
    return "/".join(path.parent.relative_to(folder).parts)


def rule_id(path: Path, folder: Path) -> str:
    """The id of the rule in this file: `<concern>/<category>/<file name>`."""
    return "/".join(path.relative_to(folder).with_suffix("").parts)


def is_rule_path(path: Path, folder: Path) -> bool:
    """Whether a TOML file stands where rules stand; hidden folders hold none."""
    return path.name != CATEGORY_FILE and not path.relative_to(folder).parts[0].startswith(".")


def folder_of(path: Path) -> Path | None:
    """The folder of rules that a rule file belongs to, or None where it is no rule file by its place."""
    if path.suffix == ".toml" and path.name != CATEGORY_FILE and len(path.parts) > 3:
        return path.parents[2] if path.parents[1].name in set(Concern) else None
    return None


def misplaced(folder: Path, *, found: bool) -> Iterator[Fault]:
    """Faults for TOML files that nobody reads because of their place, and for a folder where no rule was `found`."""
    strays = [*sorted(folder.glob("*.toml")), *sorted(folder.glob("*/*.toml"))]
    known = {"pack.toml", "pyproject.toml", "silencers.toml"}
    strays = [path for path in strays if path.parent.name not in _LENT and path.name not in known]
    for path in strays[:MAX_FILES]:
        yield Fault(path, 0, 1, "nobody reads this file here", _MEND)
    if not strays and not found:
        yield Fault(folder, 0, 1, "no rule stands below this folder", _MEND)
