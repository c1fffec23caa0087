"""A lesson with every kind of step, full of characters that are markup elsewhere."""

from __future__ import annotations

from pathlib import Path

from coach.course import read_lesson
from coach.models import Lesson
from tests.course.test_doors_file import DOORS

EVERY_KIND = """\
---
title: Every kind [/lol]
goal: You try every kind of step.
minutes: 10
---

## A read [b]

Sit close, [both] of you.

> [!CHILD]
> I read [/this].

## A choice

- [ ] [Wait](#a-rewrite)
  > Waiting is hard [/].
- [x] [Show my grown-up](#more-than-one)
  > Good [/red].

## More than one

- [x] A please
  > Yes.
- [ ] A shout
  > Not here.
- [x] A thank you
  > Yes too.

## A rewrite

```draft
start: ur so ugly in this pic
audience: friend
keep: pic
hint: Say what you see.
solution: I like this pic.
```

## Boxes

```sort
into: All, Friends [f]
- a song [/] -> All, Friends [f]: Nobody finds you by a song [/b].
- my street -> Friends [f]: Friends know it.
- a joke -> All: Jokes may travel.
```

## PixelFox writes

```chat
with: Pixel[/]Fox
who: stranger
# hello
Pixel[/]Fox: hi!! what school [/b] r u at?
- Say it [/x] -> told
- (Show my grown-up) -> shown
# told
Pixel[/]Fox: cool. when r u home?
- At four -> found
- I stop now -> shown
# found
= Now Pixel[/]Fox can find you [/b]. Try another way.
# shown
= Good. Two see more.
```

## Doors

```doors
apps: birdhouse, nesting-box
```

## On the phone

```show
on: the grown-up's [phone]
- Open the settings [/s].
- Find the line.
```

## A picture

```picture
+--[/p]--+
```

> [!TALK]
> What is [fair]?

## Our promise

```promise
child: I ask [first].
parent: I stay calm [/c].
```
"""


def every_kind(folder: Path) -> Lesson:
    """The lesson, with the doors of two apps beside it."""
    (folder / "doors").mkdir()
    doors = DOORS.replace('"Birdhouse"', '"Bird[/b]house"')
    (folder / "doors" / "birdhouse.toml").write_text(doors, encoding="utf-8")
    (folder / "doors" / "nesting-box.toml").write_text(DOORS.replace("Birdhouse", "Nesting box"), encoding="utf-8")
    path = folder / "11-every-kind.md"
    path.write_text(EVERY_KIND, encoding="utf-8")
    return read_lesson(path)
