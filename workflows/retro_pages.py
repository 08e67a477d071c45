"""What the record of a retro looks like: the lessons first, then what was said."""

from collections.abc import Iterator, Mapping

from workflows.contents import NamedNote
from workflows.identifiers import FieldId
from workflows.retro_questions import NOTES, QUESTIONS, SECTIONS
from workflows.retros import Lesson, LessonKind, PlannedAction, Retro, SavedLesson, Share
from workflows.room import Room
from workflows.text import Bold, Day, Plain, Text, plain
from workflows.views import Bullets, Facts, Heading, Paragraph, Quote, Small, Written
from workflows.words import Words, mark

LESSON_KINDS: Mapping[LessonKind, str] = {
    LessonKind.CONTENT: mark("About the issue"),
    LessonKind.PROCESS: mark("About the way we work together"),
}

SHARES: Mapping[Share, str] = {
    Share.TEAM: mark("only our team"),
    Share.PARTNERS: mark("everyone in our partnership"),
    Share.PUBLIC: mark("anybody it could help"),
}

PACES: Mapping[str, str] = {
    "hour": mark("Together, in an hour"),
    "days": mark("Spread over four days"),
}


def retro_blocks(retro: Retro, room: Room) -> tuple[Written, ...]:
    """Return everything that a team took from looking back."""
    return (
        *retro_summary(retro, room),
        *_weighed(retro, room.words),
        *_sections(retro, room),
        *_worth(retro, room.words),
    )


def lesson_blocks(lesson: SavedLesson, words: Words) -> tuple[Written, ...]:
    """Return a lesson that was kept along the way."""
    about = Paragraph(plain(words.say(LESSON_KINDS[lesson.about])))
    stays = words.say("It stays with your team, and is shown to it again before you look back.")
    return Quote(plain(lesson.text)), about, Small(plain(stays))


def retro_summary(retro: Retro, room: Room) -> tuple[Written, ...]:
    """Return what a team takes along: lessons, actions, and what there is to celebrate."""
    return (
        Facts(tuple(retro_facts(retro, room))),
        *_celebration(retro, room.words),
        *_lessons(retro, room.words),
        *_actions(retro, room),
    )


def retro_facts(retro: Retro, room: Room) -> Iterator[tuple[str, Text]]:
    """Yield when and how it was held, and who had which role."""
    words = room.words
    yield words.say("Held on"), (Day(retro.on),)
    yield words.say("How"), plain(words.say(PACES[retro.pace]))
    yield words.say("Facilitated by"), room.mention(retro.facilitator)
    if retro.scribe:
        yield words.say("Notes by"), room.mention(retro.scribe)
    yield words.say("Took part"), plain(str(retro.took_part))


def totals(
    retro: Retro, words: Words
) -> tuple[tuple[str, Mapping[str, int], Mapping[str, str]], ...]:
    """Return the last two questions: what was asked, how often each pick was, and its name."""
    yes, partly, no = words.say("Yes"), words.say("Partly"), words.say("No")
    worth = {"yes": yes, "partly": partly, "no": no}
    may = {"yes": yes, "no": words.say("No, not yet")}
    return (
        (words.say("Was this worth the time?"), retro.worth, worth),
        (words.say("May the lessons be shared as they stand?"), retro.sharing, may),
    )


def action_line(action: PlannedAction, room: Room) -> Text:
    """Return what somebody has taken on, as one line."""
    line = room.words.rich(
        "{what} ({name}, by {day})",
        what=action.what,
        name=room.mention(action.who),
        day=Day(action.due),
    )
    return (*line, Plain(f". {action.plan}")) if action.plan else line


def _celebration(retro: Retro, words: Words) -> tuple[Written, ...]:
    if not retro.celebrate:
        return ()
    return (Heading(words.say("To celebrate")), Quote(plain(retro.celebrate)))


def _lessons(retro: Retro, words: Words) -> Iterator[Written]:
    for kind, name in LESSON_KINDS.items():
        lessons = [lesson for lesson in retro.lessons if lesson.kind is kind]
        if lessons:
            yield Heading(f"{words.say('Lessons')}: {words.say(name)}")
            yield Bullets(tuple(_lesson(lesson, words) for lesson in lessons))
    if retro.lessons and not retro.is_shared:
        line = words.say("These lessons stay with your team for now.")
        yield Small(plain(line))


def _lesson(lesson: Lesson, words: Words) -> Text:
    share = words.say("For: {who}", who=words.say(SHARES[lesson.share]))
    return plain(f"{lesson.text} ({share})")


def _actions(retro: Retro, room: Room) -> tuple[Written, ...]:
    if not retro.actions:
        return ()
    lines = tuple(action_line(action, room) for action in retro.actions)
    return (Heading(room.words.say("Actions")), Bullets(lines))


def _weighed(retro: Retro, words: Words) -> tuple[Written, ...]:
    if not retro.weighed:
        return ()
    lines = tuple(
        plain(
            words.plural("{text}: {count} dot", "{text}: {count} dots", each.dots, text=each.text)
        )
        for each in retro.weighed
    )
    return (Heading(words.say("What mattered most")), Bullets(lines))


def _sections(retro: Retro, room: Room) -> Iterator[Written]:
    said = {each.question: each.entries for each in retro.said}
    for section, title in SECTIONS.items():
        fields = [field for field in (*NOTES, *QUESTIONS) if field.startswith(section)]
        blocks = [block for field in fields for block in _field(retro, field, said, room)]
        if blocks:
            yield Heading(room.words.say(title))
            yield from blocks


def _field(
    retro: Retro, field: str, said: Mapping[FieldId, tuple[NamedNote, ...]], room: Room
) -> Iterator[Written]:
    if note := retro.notes.get(FieldId(field), ""):
        yield Quote(plain(note))
    if entries := said.get(FieldId(field), ()):
        yield Paragraph((Bold(room.words.say(QUESTIONS[field])),))
        yield Bullets(tuple(_entry(entry, room) for entry in entries))


def _entry(entry: NamedNote, room: Room) -> Text:
    if entry.member is None:
        return plain(entry.text)
    return (*room.mention(entry.member), Plain(f": {entry.text}"))


def _worth(retro: Retro, words: Words) -> Iterator[Written]:
    for asked, counts, labels in totals(retro, words):
        lines = tuple(plain(f"{labels[pick]}: {counts[pick]}") for pick in labels if pick in counts)
        if lines:
            yield Heading(asked)
            yield Bullets(lines)
