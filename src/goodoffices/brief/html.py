"""The brief as one HTML file: no request to anywhere, no script; the words of the sources open on demand."""

from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from .charts import page_svg
from .english.grammar import mostly_latin
from .outline import Figure, Outline

_PAGE = files(__package__) / "page"


def html_text(outline: Outline) -> str:
    """The whole file as text.

    Everything that comes from the case is escaped; the content policy in its head forbids scripts and requests besides.
    """
    annexes = {section.id for section in outline.annex}
    return page_text("brief.html.j2", ("brief.css",), outline=outline, cards=outline.cards, annexes=annexes)


def sections_text(outline: Outline) -> str:
    """The sections alone, for a page that has a frame of its own; `within` makes its style."""
    return page_text("sections.html.j2", (), outline=outline, cards=outline.cards)


def within(name: str) -> str:
    """The style of a brief for what stands in an element of this class, and for nothing else on its page."""
    css = (_PAGE / "brief.css").read_text(encoding="utf-8")
    return f".{name} {{\n{css}\n}}\n"


def page_text(template: str, styles: tuple[str, ...], **given: object) -> str:
    """A template of this package's folder `page`, with its styles and what it is given."""
    loader = FunctionLoader(lambda name: (_PAGE / name).read_text(encoding="utf-8"))
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, loader=loader)
    css = "".join((_PAGE / name).read_text(encoding="utf-8") for name in styles)
    return environment.get_template(template).render(
        css=Markup(css),  # noqa: S704  # files of ours
        svg=_drawn,
        latin=lambda text: not text.isascii() and mostly_latin(text),
        **given,
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
