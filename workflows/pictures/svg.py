"""A scene written as SVG."""

from html import escape
from typing import assert_never

from workflows.pictures.legible import legible, without_hidden
from workflows.pictures.scene import Circle, Label, Line, Polygon, Rect, Scene, Shape
from workflows.pictures.typeface import FAMILY


def svg(scene: Scene) -> str:
    """Return the scene as an SVG document, one shape a line.

    Text is text and nothing else: whatever somebody typed is escaped, and what the typeface
    cannot write is replaced.
    """
    width, height = scene.width, scene.height
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img" font-family="{FAMILY}, sans-serif">'
    )
    title = f"<title>{escape(without_hidden(scene.title))}</title>"
    return "\n".join([head, title, *(_element(shape) for shape in scene.shapes), "</svg>", ""])


def _element(shape: Shape) -> str:
    match shape:
        case Rect():
            return _rect(shape)
        case Line():
            return _line(shape)
        case Polygon():
            return _polygon(shape)
        case Circle():
            place = _attributes(cx=shape.x, cy=shape.y, r=shape.radius)
            return f"<circle {place} {_paint(shape)}/>"
        case Label():
            return _text(shape)
        case _:
            assert_never(shape)


def _rect(rect: Rect) -> str:
    box = _attributes(x=rect.x, y=rect.y, width=rect.width, height=rect.height, rx=rect.radius)
    return f"<rect {box} {_paint(rect)}/>"


def _line(line: Line) -> str:
    ends = _attributes(x1=line.x1, y1=line.y1, x2=line.x2, y2=line.y2)
    pen = _attributes(stroke=line.stroke, stroke_width=line.stroke_width, stroke_linecap="round")
    return f"<line {ends} {pen}/>"


def _polygon(polygon: Polygon) -> str:
    points = " ".join(f"{_figure(x)},{_figure(y)}" for x, y in polygon.points)
    return f'<polygon points="{points}" {_paint(polygon)} stroke-linejoin="round"/>'


def _text(label: Label) -> str:
    place = _attributes(x=label.x, y=label.y)
    style = label.style
    look = _attributes(font_size=style.size, font_weight=style.weight.value, fill=style.colour)
    return f"<text {place} {look}>{escape(legible(label.text))}</text>"


def _paint(shape: Rect | Polygon | Circle) -> str:
    return _attributes(fill=shape.fill, stroke=shape.stroke, stroke_width=shape.stroke_width)


def _attributes(**values: str | float) -> str:
    return " ".join(
        f'{name.replace("_", "-")}="{value if isinstance(value, str) else _figure(value)}"'
        for name, value in values.items()
    )


def _figure(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
