"""Creates new lessons: a small one to edit, or an original to translate."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from coach.course.fingerprint import fingerprints
from coach.course.folders import FILE_NAME, lesson_called, lesson_files, lesson_names
from coach.course.front_matter import is_language
from coach.course.lesson_file import LessonFile
from coach.errors import InputError, unknown
from coach.source import read_source
from coach.writing import SHARED, write_new

MAX_NUMBER = 99
_TEMPLATE = """---
title: {title}
goal: You can say in one sentence what you two learned here.
minutes: 10
---

## Sit together

Sit side by side, so that you can both see.

> [!CHILD]
> What made you laugh online? Tell it to your grown-up as well as you can.

> [!PARENT]
> Ask: "What was so funny about it?" Say: "Tell me more."

## What would you do

> [!CHILD]
> A friend writes: "why did u not answer??" You were at dinner and saw it only now. What do you do?

- [x] Write back: sorry, I was at dinner
  > Now your friend knows that it was not about them.
- [ ] Write nothing
  > You may wait until you know what to say. But your friend can't see why it is so quiet.
- [ ] Write: leave me alone
  > It is fine to feel pushed, and there are words for that without a sting.

## Now in your words

> [!CHILD]
> You are cross, and this is your first try. Say it again, and leave out the sting.

```draft
start: leave me alone u loser
audience: friend
keep: alone
wants: says-what-they-feel or gives-a-reason or offers
hint: They can't know why. Just tell them.
solution: I want to be alone for a bit. I will write later.
passes:
- i need to be alone for a bit, ill text u later
- im so tired rn i want to be alone
- i want to be alone for an hour, im doing homework
fails:
- alone
- leave me alone loser
- leave me alone or i block u
```

## Three seconds

> [!PARENT]
> Your child reads you a line that is not true today. Practise what you would say first, and the face that goes with it.

```tell
says: I wrote something mean to a friend, and now nobody talks to me.
- [ ] What did you write this time? -> Your child hears: I am the problem.
- [x] I'm glad you told me. Let's sit down together. -> Now your child can breathe, and you can find out what happened.
swap: The grown-up tells of a message that went wrong, and the child answers.
passes:
- thank you for telling me, we will sort it out
- glad you told me. are you ok?
fails:
- why did you do that
- oh it will pass
```

## What do you think

> [!TALK]
> How long would you let a friend wait for an answer, and when is it fine not to answer at all?

## Our promise

```promise
child: I say when I need a break.
parent: I say it too, and I give you your break.
```
"""


def new_lesson(title: str, folder: Path, number: int | None = None) -> Path:
    """Write a small lesson without faults, for its author to edit.

    Args:
        title: the title of the lesson.
        folder: the folder to write it to.
        number: its number; by default the next free one.

    Raises:
        InputError: the title has no usable letters, the number or name is taken, or the file cannot be written.
    """
    return _write(_free_path(title, folder, number), _TEMPLATE.format(title=_line(title)))


def new_translation(title: str, folder: Path, original: str, language: str, number: int | None = None) -> Path:
    """Copy the original under a title in the new language, for its translator to edit.

    Args:
        title: the title of the translation.
        folder: the folder to write it to.
        original: the name of the lesson to translate.
        language: a language tag such as `de`.
        number: its number; by default the next free one.

    Raises:
        InputError: as for `new_lesson`; or the original is unknown, or the language tag is invalid.
        AuthorError: the original is invalid.
    """
    if not is_language(language):
        raise InputError(f"invalid language tag {language!r}\n    fix: write one such as de or pt-BR")
    path = lesson_called(original, folder)
    if path is None:
        names = lesson_names(folder)
        raise unknown("lesson", original, names, "use one of the names that `coach lessons list` shows")
    source = read_source(path)
    lesson = LessonFile(source).read()
    version = " ".join(fingerprints(source, lesson))
    head = f"title: {_line(title)}\ngoal: {lesson.goal}\nminutes: {lesson.minutes}"
    front_matter = f"{head}\nlanguage: {language}\noriginal: {path.stem}\nversion: {version}"
    steps = "\n".join(source.lines[lesson.steps[0].line - 1 :])
    return _write(_free_path(title, folder, number), f"---\n{front_matter}\n---\n\n{steps}")


def _line(title: str) -> str:
    return " ".join(title.split())


def plain_name(title: str) -> str:
    """Return the name of a file for a title.

    Raises:
        InputError: the title has no usable letters.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall(r"[a-z0-9]+", plain))[:50].strip("-")
    if not name:
        raise InputError(f"cannot make a file name from {title!r}\n    fix: use a title with letters a to z")
    return name


def _free_path(title: str, folder: Path, number: int | None) -> Path:
    name = plain_name(title)
    taken = [found for path in lesson_files(folder) if (found := FILE_NAME.fullmatch(path.name))]
    numbers = {int(found["number"]) for found in taken}
    number = number or max(numbers, default=0) + 1
    if number in numbers or not 0 < number <= MAX_NUMBER:
        raise InputError(f"the number {number} is taken or too high\n    fix: choose a free one from 1 to {MAX_NUMBER}")
    if name in {found["name"] for found in taken}:
        raise InputError(f"a lesson named {name!r} already exists\n    fix: choose another title")
    return folder / f"{number:02}-{name}.md"


def _write(path: Path, text: str) -> Path:
    write_new(path, text.encode(), SHARED)
    return path
