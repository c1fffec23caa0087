"""What the list below a draft says: one entry per flag, ways to send it instead, and who can help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from textual.content import Content

from coach.foreign import foreign_text
from coach.helplines import ANY_EMERGENCY, OUTSIDE, Helpline, help_with, is_danger
from coach.locale import N_, _
from coach.models import Concern, Counsel, Direction, Flag, Report, Rewrite, Role, Weight, gravest_first
from coach.tui.safe_text import on_one_line, safe, shown

SIGNS = {Weight.NOTICE: N_("! look"), Weight.PAUSE: N_("!! pause"), Weight.STOP: N_("!!! stop")}
"""Weight as a sign and a word, because not everyone sees colours."""
WORDS = {"hurts": N_("hurts"), "careful": N_("careful"), "listen": N_("listen"), "what now": N_("what now")}
"""The word beside the sign where somebody else wrote it, or it is sent: there is nothing to stop before."""
CARE_SIGN = N_("\u25c6 talk together")
"""Replaces the weight if someone may be hurting: nobody did anything wrong."""
QUIET_SIGN = "\u25c6"
"""Replaces weight and phrase if the screen must look calm."""
BADGE = "bold ${0} on ${0} 20%"
"""How a sign looks, by the kind of flag, in colours of `look.tcss`."""
ABOUT = {Role.WRITER: "", Role.TARGET: N_("  about you"), Role.WITNESS: N_("  about somebody else")}
PEOPLE_WHO_HELP = N_("F2 shows more people who help.")
WHICH_COUNTRY = N_("Which country are you in? Press F2 and choose it. Then the numbers near you come here.")
"""Below help lines in its place, where only lines for every country can be shown."""
SILENT = N_("One message read. Nothing to look at again.")
EMPTY = N_("Write something, and Coach will look at the words with you.")
WAITING = N_("Coach is still getting ready. As soon as it is, it looks at these words.")
"""Where something is written before Coach can read it."""
EMPTY_RECEIVED = N_("Paste or type what you got, and Coach will look at it with you.")
FILL = N_("Fill in the gap: Tab goes to ___ and your words replace it.")
INSTEAD = {
    False: N_("You could send this. Tab, then Enter takes it; Ctrl+Z undoes it."),
    True: N_("You could send this. Enter takes it, Ctrl+Z undoes it."),
}
"""Above the rewrites, by whether one of them has the focus: in the box, Enter makes a new line."""
BEGIN = {
    False: N_("Tab, then Enter puts it in the box; Ctrl+Z undoes it."),
    True: N_("Enter puts it in the box, Ctrl+Z undoes it."),
}
"""Above words to begin with, by whether they have the focus."""
STARTS = "rewrite starts"
"""The kind of an entry that replaces the draft by words to begin with."""
MOST = 30
"""Most flags listed; nobody reads more."""
MOST_REWRITES = 3
"""Most rewrites listed."""
ABOVE = 1
"""How many flags come before the rewrites, so that the best one always has its place without scrolling."""


@dataclass(frozen=True, slots=True)
class FlagEntry:
    """One entry: a flag, a rewrite, or words."""

    kind: str
    """Its style classes."""
    words: Content = field(default_factory=Content)
    note: str = ""
    flag: Flag | None = None
    rewrite: Rewrite | None = None
    is_help: bool = False
    """Whether it lists help lines."""

    @property
    def shape(self) -> tuple[str, bool, bool, bool]:
        """Its kind, and whether it has words, a rewrite and a note."""
        return self.kind, bool(self.words), self.rewrite is not None, bool(self.note)


def entries_of(
    report: Report | None,
    counsel: Counsel | None = None,
    country: str = "",
    *,
    above: int = ABOVE,
    takes: bool = False,
) -> Iterator[FlagEntry]:
    """Yield the entries for one report; rewrites come after the first flags, then help lines.

    Args:
        report: the last report, if there is one.
        counsel: rewrites of the draft.
        country: whose help lines are shown.
        above: how many flags come before the rewrites.
        takes: whether Enter takes a rewrite now.
    """
    if report is None or not report.message.text.strip():
        came = report is not None and report.message.direction is Direction.RECEIVED
        yield _words(_(EMPTY_RECEIVED if came else EMPTY))
    elif foreign := foreign_text(report.message.text):
        yield _words(
            _("This is {what}, not a message. Copy just the words of one message into the box.").format(
                what=_(foreign.what)
            )
        )
    else:
        if report.said_of_length:
            yield _words(report.said_of_length)
        if report.flags:
            yield from flag_entries(report, counsel or Counsel(), country, above, takes=takes)
        else:
            yield _words(report.said_of_language or (counsel.comfort if counsel else "") or _(SILENT))


def flag_entries(
    report: Report, counsel: Counsel, country: str, above: int = ABOVE, *, takes: bool = False
) -> Iterator[FlagEntry]:
    """Yield the entries for a report with flags."""
    flags = list(_quiet_once(sorted(gravest_first(counsel.flags or report.flags), key=lambda flag: flag.is_quiet)))
    listed = [_entry(flag) for flag in flags[:MOST]]
    if counsel.comfort:
        yield FlagEntry("words", shown(counsel.comfort))
    if counsel.comes_first:
        yield FlagEntry("words", shown(_("First: {first}").format(first=counsel.first)))
    helping = list(_help_entries(report, country))
    if counselled := list(_counsel_entries(counsel, takes=takes)):
        yield from (_brief(flag) for flag in flags[:above])
        yield from counselled
        yield from filter(None, map(_further, flags[:above]))
        yield from (*helping, *listed[above:])
    else:
        quiet = [flag for flag in flags[1:] if flag.is_quiet]
        yield from (*listed[:1], *map(_brief, quiet), *filter(None, map(_further, quiet)), *helping)
        yield from (entry for entry in listed[1:] if entry.flag not in quiet)
    yield from (FlagEntry("words", shown(line)) for line in counsel.where)
    if len(flags) > MOST:
        yield _words(_("And {number} more. Start with these.").format(number=len(flags) - MOST))


def _quiet_once(flags: Iterable[Flag]) -> Iterator[Flag]:
    """Yield flags without quiet ones that would say the same again: nothing shows that there are several."""
    said = set[tuple[str, ...]]()
    for flag in flags:
        words = (flag.why, *flag.steps)
        if not flag.is_quiet or words not in said:
            yield flag
        said |= {words} if flag.is_quiet else set()


def _counsel_entries(counsel: Counsel, *, takes: bool) -> Iterator[FlagEntry]:
    """Yield the rewrites, or what to do if nothing of the draft can stay."""
    for number, rewrite in enumerate(counsel.rewrites[:MOST_REWRITES]):
        yield FlagEntry("rewrite", Content("" if number else _(INSTEAD[takes])), rewrite=rewrite)
    if counsel.starter:
        yield FlagEntry(STARTS, shown(f"{counsel.nothing}\n{_(BEGIN[takes])}"), rewrite=counsel.starter)
    elif counsel.nothing:
        yield FlagEntry("words", shown(counsel.nothing))


def _help_entries(report: Report, country: str) -> Iterator[FlagEntry]:
    if helping := help_with(report, country):
        words = shown("\n".join(help_words(helping, country, is_danger=is_danger(report))))
        yield FlagEntry("care", words, is_help=True)


def help_words(helping: Iterable[Helpline], country: str, *, is_danger: bool = False) -> Iterator[str]:
    """Yield what is said with help lines: where the country is unknown, ask for it before lines for every country."""
    yield _(OUTSIDE)
    if not country:
        yield from [_(ANY_EMERGENCY)] if is_danger else []
        yield _(WHICH_COUNTRY)
    yield from (f"\u260e {line}" for line in helping)
    yield from [_(PEOPLE_WHO_HELP)] if country else []


def _words(words: str) -> FlagEntry:
    return FlagEntry("words", Content(words))


def _entry(flag: Flag) -> FlagEntry:
    words = Content("\n").join([_titled(flag), *_steps(flag)])
    return FlagEntry(_kind(flag), words, flag.note, flag)


def _brief(flag: Flag) -> FlagEntry:
    """Return the phrase, the reason and the note only, so that the best rewrite is near."""
    return FlagEntry(f"{_kind(flag)} close", _titled(flag), flag.note, flag)


def _further(flag: Flag) -> FlagEntry | None:
    """Return what comes after the rewrites: the steps; None if there are none."""
    steps = _steps(flag)
    return FlagEntry(_kind(flag), Content("\n").join(steps)) if steps else None


def _kind(flag: Flag) -> str:
    return "care" if flag.concern is Concern.CARE else flag.weight.value


def _steps(flag: Flag) -> list[Content]:
    return [Content(_("What to do:")), *(shown(f"\u2022 {step}") for step in flag.steps)] if flag.steps else []


def _titled(flag: Flag) -> Content:
    """Return the reason below the weight and the phrase; a quiet flag has neither, so only a sign comes before it."""
    if flag.is_quiet:
        return Content(f"{QUIET_SIGN} ") + shown(flag.why)
    return Content("\n").join([_title(flag), shown(flag.why)])


def sign_of(flag: Flag) -> str:
    """Return the sign and the word for a flag, in the language of the family."""
    if flag.concern is Concern.CARE:
        return _(CARE_SIGN)
    said = WORDS.get(flag.weight_word)
    return f"{flag.weight.sign} {_(said)}" if said else _(SIGNS[flag.weight])


def _title(flag: Flag) -> Content:
    """Return the weight and the phrase."""
    phrase = on_one_line(safe(flag.phrase), 60)
    sign = sign_of(flag)
    badge = BADGE.format(_kind(flag))
    return Content.assemble(
        (sign, badge), "  ", (_("\u201c{word}\u201d").format(word=phrase), "bold underline"), _(ABOUT[flag.role])
    )
