"""Two invitations that somebody could have written, to show what a good one is like."""

from dataclasses import dataclass

from workflows.text import plain
from workflows.views import Block, Heading, Paragraph, Quote
from workflows.words import Words, mark


@dataclass(frozen=True, slots=True)
class Sample:
    """A made-up invitation: its style, whom it is for, and its paragraphs."""

    style: str
    why: str
    message: tuple[str, ...]


SAMPLES: tuple[Sample, ...] = (
    Sample(
        mark("Join me"),
        mark(
            "A building rep writes to a principal who likes figures, and worries about keeping "
            "new teachers."
        ),
        (
            mark(
                "Would you like to find out with me why our new teachers go, before three more of "
                "them do?"
            ),
            mark(
                "Researchers compared many schools. Where people collaborated little, "
                "teacher turnover was 3.5 times higher in schools with much poverty than in those "
                "with little. Where they collaborated a lot, no such difference was found. That "
                "proves nothing for us, but it makes me curious."
            ),
            mark(
                "Could we sit down for half an hour on Tuesday the 14th, with the exit "
                "conversations of the last two years? I bring coffee."
            ),
        ),
    ),
    Sample(
        mark("Now and then"),
        mark(
            "A superintendent writes to an association president. They have known each other for "
            "a long time, and it has not always been easy."
        ),
        (
            mark(
                "I picture a Friday in May on which neither of us reads about the other one's plan "
                "in the newspaper."
            ),
            mark(
                "Last spring you heard of the new calendar from a parent, and I heard of the "
                "grievance from a board member. We both spent weeks on repairs."
            ),
            mark(
                "We could meet for an hour every other week, only the two of us, and tell each "
                "other what is coming. No agenda but that."
            ),
            mark(
                "Would you try it with me four times, beginning on the first Monday in October? "
                "After that we can stop."
            ),
        ),
    ),
)


def sample_blocks(words: Words) -> tuple[Block, ...]:
    """Return the samples as blocks, in the reader's language."""
    return tuple(block for sample in SAMPLES for block in _blocks(sample, words))


def _blocks(sample: Sample, words: Words) -> tuple[Block, ...]:
    return (
        Heading(words.say(sample.style)),
        Paragraph(plain(words.say(sample.why))),
        *(Quote(plain(words.say(passage))) for passage in sample.message),
    )
