"""The command `check`: explains the mistakes in content files to their authors."""

import sys
from pathlib import Path

import click


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check FILES, or all the content that comes with Concord, and explain each mistake."""
    from workflows import checking  # noqa: PLC0415 - --help loads nothing heavy
    from workflows.library import content_files  # noqa: PLC0415 - as above

    sources = {str(file): file.read_text("utf-8", "replace") for file in files}
    sources = sources or dict(content_files())
    mistakes = [
        mistake for name, source in sources.items() for mistake in checking.check(source, name)
    ]
    for mistake in mistakes:
        click.echo(mistake)
    if mistakes:
        sys.exit(1)
    click.echo(f"All is well: {len(sources)} content files, no mistake.")
