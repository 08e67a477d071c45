"""Where things stand in an archive, and which names a file in one may have."""

import pytest

from workflows.archives.parts import Part, belongs, page_path, path_of, thing_at


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Group norms", "r1-group-norms"),
        ("Decisión: ¿Quién paga?", "r1-decision-quien-paga"),
        ("../../etc/passwd", "r1-etc-passwd"),
        ("نلتقي", "r1"),
        ("", "r1"),
        ("a" * 100, "r1-" + "a" * 40),
        ("a" * 39 + " b", "r1-" + "a" * 39),
    ],
)
def test_the_name_of_a_page_tells_what_it_is_about(title: str, name: str) -> None:
    path = page_path(Part.RECORDS, "r1", title)

    assert path == f"records/{name}.html"
    assert belongs(path)


def test_the_path_of_a_thing_leads_back_to_it() -> None:
    assert thing_at(path_of(Part.RECORDS, "abc-1")) == (Part.RECORDS, "abc-1")


@pytest.mark.parametrize("path", ["manifest.json", "partnership.json", "links.json", "index.html"])
def test_the_files_of_the_whole_are_of_no_part(path: str) -> None:
    assert (belongs(path), thing_at(path)) == (True, None)


@pytest.mark.parametrize(
    "path", ["", "records/", "records/A.json", "records/a.json\n", "x/a.json", "a.html", "/a.json"]
)
def test_any_other_file_does_not_belong(path: str) -> None:
    assert not belongs(path)
