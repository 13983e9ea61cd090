"""The brief as one HTML file: no request to anywhere, no script; the words of the sources open on demand."""

from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from .charts import page_svg
from .english.grammar import mostly_latin
from .outline import Figure, Outline

_PAGE = files(__package__) / "page"


def html_text(outline: Outline) -> str:
    """The whole file as text.

    Everything that comes from the case is escaped; the content policy in its head forbids scripts and requests besides.
    """
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string((_PAGE / "brief.html.j2").read_text(encoding="utf-8"))
    return template.render(
        outline=outline,
        cards=outline.cards,
        css=Markup((_PAGE / "brief.css").read_text(encoding="utf-8")),  # noqa: S704  # a file of ours
        svg=_drawn,
        latin=lambda text: not text.isascii() and mostly_latin(text),
        annexes={section.id for section in outline.annex},
    )


def _drawn(figure: Figure) -> Markup:
    """A drawing of ours: its texts were escaped when it was drawn. Where the screen is narrow it scrolls in a box of its own."""
    if figure.chart is not None:
        return Markup(_classed(page_svg(figure.chart, f"{figure.title}; the list below says the same")))  # noqa: S704
    return Markup('<div class="drawing" role="group" tabindex="0" aria-label="{}">{}</div>').format(
        f"Drawing: {figure.title}",
        Markup(_classed(figure.svg)),  # noqa: S704
    )


def _classed(svg: str) -> str:
    return svg.replace("<svg ", '<svg class="drawn" ', 1)
