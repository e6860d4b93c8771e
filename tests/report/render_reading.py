"""Reads a tagged PDF back: the words of each marked stretch, and the structure tree in order."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

import pikepdf


@dataclass
class Node:
    """An element of the structure tree as stored in the file."""

    kind: str
    obj: pikepdf.Object
    children: list = field(default_factory=list)

    def text(self) -> str:
        """All words below it, in reading order."""
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)

    def walk(self):
        """This node and all below it, depth first."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def find(self, kind: str) -> list[Node]:
        """All nodes of a kind, in reading order."""
        return [node for node in self.walk() if node.kind == kind]

    def attribute(self, name: str):
        """An attribute of any owner, or None."""
        for group in self.obj.get("/A", []):
            if f"/{name}" in group:
                return group[f"/{name}"]
        return None


def opened(data: bytes) -> pikepdf.Pdf:
    """The file, opened."""
    return pikepdf.open(io.BytesIO(data))


def tree(pdf: pikepdf.Pdf) -> Node:
    """The structure tree with the words of the pages in it."""
    words = [_stretches(page) for page in pdf.pages]
    places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return _node(pdf.Root.StructTreeRoot.K[0], words, places)


def page_text(pdf: pikepdf.Pdf, number: int) -> str:
    """Everything written on a sheet, decoration included, in drawing order."""
    return "".join(text for _, text in _shown(pdf.pages[number]))


def _node(obj, words, places) -> Node:
    node = Node(str(obj.S)[1:], obj)
    home = places[obj.Pg.objgen] if "/Pg" in obj else None
    for kid in obj.K:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            node.children.append(_node(kid, words, places))
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            node.children.append(words[places[kid.Pg.objgen]].get(int(kid.MCID), ""))
        elif not isinstance(kid, pikepdf.Dictionary):
            node.children.append(words[home].get(int(kid), ""))
    return node


def _stretches(page) -> dict[int, str]:
    found: dict[int, str] = {}
    for mcid, text in _shown(page):
        if mcid is not None:
            found[mcid] = found.get(mcid, "") + text
    return found


def _shown(page):
    """Pairs of the mark's number (None in decoration) and the text shown."""
    fonts = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
    current, open_marks = {}, []
    for operands, operator in pikepdf.parse_content_stream(page):
        op = str(operator)
        if op == "BDC":
            open_marks.append(operands[1].get("/MCID"))
        elif op == "EMC":
            open_marks.pop()
        elif op == "Tf":
            current = fonts[str(operands[0])]
        elif op == "Tj":
            mcid = open_marks[-1] if open_marks else None
            text = "".join(current.get(byte, "\ufffd") for byte in bytes(operands[0]))
            yield (None if mcid is None else int(mcid)), text


def _to_unicode(font) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for low, code in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(low, 16)] = bytes.fromhex(code).decode("utf-16-be")
    return found
