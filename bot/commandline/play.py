"""The command `play`: goes through a conversation in the terminal, as several people."""

from pathlib import Path

import click


@click.command()
@click.argument("name")
@click.option("--as", "people", default="Ana,Bo,Cy,Dee", help="Who sits at the table.")
@click.option("--language", default="en", help="The language of the conversation: en or es.")
@click.option("--fact", "facts", multiple=True, help="A text for a slot of the content: NAME=TEXT.")
@click.option(
    "--script",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with the lines to be typed, for a conversation without a keyboard.",
)
def play(
    name: str, people: str, language: str, facts: tuple[str, ...], script: Path | None
) -> None:
    """Play the conversation NAME, as several people.

    Questions are asked one by one; an empty line keeps what is there, and ends a long text.
    A line that begins with a colon is an order: `:as bo` changes the person, `:next` ends the
    phase, `:back` goes a step back, `:wait 2d` lets time pass, `:quit` stops.
    """
    from bot.play.lines import Keyboard, Script  # noqa: PLC0415 - --help loads nothing heavy
    from bot.play.player import play_through  # noqa: PLC0415 - as above
    from bot.play.table import Table  # noqa: PLC0415 - as above
    from workflows.catalogue import words_for  # noqa: PLC0415 - as above
    from workflows.library import read_library  # noqa: PLC0415 - as above

    library = read_library()
    workflow = next((each for each in library if each.id == name), None)
    if workflow is None:
        known = ", ".join(each.id for each in library)
        problem = f"There is no conversation {name}. There are: {known}."
        raise click.BadParameter(problem, param_hint="NAME")
    names = [person.strip() for person in people.split(",") if person.strip()]
    if not names:
        raise click.BadParameter("Name at least one person.", param_hint="--as")
    given = dict(fact.split("=", 1) for fact in facts if "=" in fact)
    table = Table(workflow, names, words_for(language), given)
    play_through(table, Script(script.read_text("utf-8")) if script else Keyboard())
