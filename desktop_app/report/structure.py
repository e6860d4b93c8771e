"""Writes the structure tree into a file whose pages carry its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from desktop_app.report.tags import Element, Marked
from desktop_app.report.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.report.tags import Attributes, Tree, Value

PRINTED = 4
"""Annotation flag: it is printed, and neither hidden nor off the page."""


def write_structure(pdf: Pdf, tree: Tree) -> None:
    """Add the tree, the way back from each mark to its owner, and the links' place in it."""
    pages = [page.obj for page in pdf.pages]
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    written: dict[int, Object] = {}
    root.K = Array([_write(pdf, tree.root, root, pages, written)])
    owners: list[object] = []
    for key, (page, elements) in enumerate(zip(pages, tree.marks, strict=True)):
        page.StructParents = key
        page.Tabs = Name.S
        listed = Array([written[id(element)] for element in elements])
        owners += [key, pdf.make_indirect(listed)]
    key = len(pages)
    for link in tree.links:
        page, owner = pages[link.sheet], written[id(link.element)]
        annotation = _indirect(pdf, page.Annots, link.place)
        annotation.StructParent = key
        annotation.F = PRINTED
        owner.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page))
        owners += [key, owner]
        key += 1
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(owners)))
    root.ParentTreeNextKey = key
    pdf.Root.StructTreeRoot = root


def _indirect(pdf: Pdf, annotations: Object, place: int) -> Object:
    annotation = annotations[place]
    if not annotation.is_indirect:
        annotation = pdf.make_indirect(annotation)
        annotations[place] = annotation
    return annotation


def _write(
    pdf: Pdf, element: Element, parent: Object, pages: Sequence[Object], written: dict[int, Object]
) -> Object:
    node = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name("/" + element.kind), P=parent)
    )
    written[id(element)] = node
    if element.alt:
        node.Alt = String(clean(element.alt))
    if element.attributes:
        node.A = _attributes(element.attributes)
    home = next((child.sheet for child in element.children if isinstance(child, Marked)), None)
    if home is not None:
        node.Pg = pages[home]
    children: list[object] = []
    for child in element.children:
        if isinstance(child, Element):
            children.append(_write(pdf, child, node, pages, written))
        elif child.sheet == home:
            children.append(child.number)
        else:
            there = Dictionary(Type=Name.MCR, Pg=pages[child.sheet], MCID=child.number)
            children.append(there)
    node.K = Array(children)
    return node


def _attributes(attributes: Attributes) -> Object:
    return Array(
        [
            Dictionary(
                {"/O": Name("/" + owner)}
                | {f"/{name}": _value(value) for name, value in values.items()}
            )
            for owner, values in attributes.items()
        ]
    )


def _value(value: Value) -> object:
    if isinstance(value, str):
        return Name(value) if value.startswith("/") else String(clean(value))
    return Array(value) if isinstance(value, list) else value
