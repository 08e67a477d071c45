"""Settings come from the environment or a file, and all that is wrong with them is told at once."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, read_settings

pytestmark = pytest.mark.usefixtures("empty_folder")

FIELDS = Settings.model_fields


def problems(config: Path | None = None) -> tuple[str, ...]:
    """Return what is wrong with the settings."""
    with pytest.raises(SettingsError) as caught:
        read_settings(config)
    return caught.value.problems


def test_a_newcomer_needs_no_settings() -> None:
    settings = read_settings()

    assert (settings.database_url, settings.port) == ("sqlite:///data/concord.db", 8765)
    assert not settings.port_was_chosen


def test_an_operator_sets_things_in_a_file() -> None:
    Path("concord.toml").write_text('port = 9000\nlanguage = "es"\n')

    settings = read_settings()

    assert (settings.port, settings.language) == (9000, "es")
    assert settings.port_was_chosen


def test_an_operator_names_another_file() -> None:
    Path("mine.toml").write_text("port = 9001\n")

    assert read_settings(Path("mine.toml")).port == 9001


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("concord.toml").write_text('port = 9000\nzone = "America/Chicago"\n')
    monkeypatch.setenv("CONCORD_PORT", "9002")

    settings = read_settings()

    assert (settings.port, settings.zone) == (9002, "America/Chicago")


def test_the_names_that_hosting_services_set_are_understood(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://concord@localhost/concord")
    monkeypatch.setenv("PORT", "9003")

    settings = read_settings()

    assert settings.database_url == "postgres://concord@localhost/concord"
    assert settings.port == 9003


def test_our_own_name_wins_over_the_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "9003")
    monkeypatch.setenv("CONCORD_PORT", "9004")

    assert read_settings().port == 9004


def test_an_operator_hears_of_every_problem_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("concord.toml").write_text('log_format = "xml"\nlangauge = "es"\n')
    monkeypatch.setenv("PORT", "99999")
    monkeypatch.setenv("CONCORD_LANGUAGE", "tlh")
    monkeypatch.setenv("CONCORD_LOGLEVEL", "info")

    assert sorted(problems()) == [
        "CONCORD_LANGUAGE in the environment cannot be used: write one of en, es.",
        "CONCORD_LOGLEVEL in the environment is not a setting. Did you mean CONCORD_LOG_LEVEL?",
        "PORT in the environment cannot be used: write a whole number from 1 to 65535.",
        "langauge in concord.toml is not a setting. Did you mean language?",
        "log_format in concord.toml cannot be used: write one of console, json.",
    ]


def test_an_operator_sees_the_known_settings_when_none_is_near() -> None:
    Path("concord.toml").write_text("[weather]\n")

    (problem,) = problems()

    assert problem == (
        f"weather in concord.toml is not a setting. Known are: {', '.join(sorted(FIELDS))}."
    )


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_no_message_repeats_what_was_written(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"CONCORD_{name.upper()}", "mysql://me:hunter2@host")

    (problem,) = problems()

    assert "hunter2" not in problem
    assert problem.startswith(f"CONCORD_{name.upper()} in the environment cannot be used: write ")


def test_no_print_of_the_settings_shows_the_database_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hunter2@host/concord")

    assert "hunter2" not in repr(read_settings())


def test_an_operator_is_shown_the_line_when_the_file_is_not_toml() -> None:
    Path("concord.toml").write_text("language = 'en'\nport: 9000\n")

    (problem,) = problems()

    assert problem.startswith("concord.toml is not valid TOML: ")
    assert "(at line 2, column 5)" in problem


def test_an_operator_is_told_when_the_named_file_is_missing() -> None:
    (problem,) = problems(Path("mine.toml"))

    assert problem == (
        "mine.toml cannot be read: No such file or directory. "
        "Name another file with --config or CONCORD_CONFIG."
    )


def test_an_operator_is_told_when_the_file_is_no_text() -> None:
    Path("concord.toml").write_bytes(b"\xff\xfe\x00")

    (problem,) = problems()

    assert problem == (
        "concord.toml cannot be read: it is not a text file. "
        "Name another file with --config or CONCORD_CONFIG."
    )
