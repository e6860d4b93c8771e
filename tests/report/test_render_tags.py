"""What a reader who cannot see the page is told: structure, order, names, languages."""

from dataclasses import replace

import pikepdf
import pytest
from render_reading import opened, page_text, tree
from render_sample import ATTACHMENTS, DOCUMENT, META, SEAL

from desktop_app.report import blocks as b
from desktop_app.report.flowables.closing import modules
from desktop_app.report.pdf import write_pdf
from desktop_app.report.runs import Run


@pytest.fixture(scope="module")
def pdf():
    return opened(write_pdf(DOCUMENT, ATTACHMENTS))


@pytest.fixture(scope="module")
def root(pdf):
    return tree(pdf)


def parents(pdf):
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    return {int(numbers[k]): numbers[k + 1] for k in range(0, len(numbers), 2)}


def test_every_page_leads_back_to_the_structure(pdf):
    back = parents(pdf)
    for page in pdf.pages:
        marks = sum(
            1
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and "/MCID" in operands[1]
        )
        assert len(back[int(page.StructParents)]) == marks > 10
        assert page.Tabs == "/S"


def test_every_mark_belongs_to_the_element_that_the_page_says(pdf):
    back = parents(pdf)
    for page in pdf.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                owner = back[int(page.StructParents)][int(operands[1].MCID)]
                assert operands[0] == owner.S


def test_nothing_is_drawn_outside_content_and_decoration(pdf):
    painting = {"Tj", "TJ", "S", "f", "f*", "B", "b", "n", "re", "Do"}
    for page in pdf.pages:
        depth = 0
        for _, operator in pikepdf.parse_content_stream(page):
            depth += {"BDC": 1, "EMC": -1}.get(str(operator), 0)
            assert depth in (0, 1)
            assert depth or str(operator) not in painting


def test_every_figure_says_what_it_shows(root):
    figures = root.find("Figure")
    assert len(figures) == 9
    assert all(str(figure.obj.Alt).endswith(".") for figure in figures)
    assert all(len(figure.attribute("BBox")) == 4 for figure in figures)


def test_every_head_cell_says_what_it_heads_and_all_rows_are_equally_wide(root):
    for table in root.find("Table"):
        assert str(table.attribute("Summary"))
        widths = set()
        for row in table.find("TR"):
            cells = [cell for cell in row.children if cell.kind in ("TH", "TD")]
            widths.add(sum(int(cell.attribute("ColSpan") or 1) for cell in cells))
            for cell in cells:
                scope = cell.attribute("Scope")
                assert (scope in ("/Row", "/Column")) == (cell.kind == "TH")
        assert len(widths) == 1


def test_each_chapter_has_one_headline_and_messages_below_it(root):
    chapters = [child for child in root.children if child.kind == "Sect"]
    assert len(chapters) == len(DOCUMENT.pages)
    for chapter, page in zip(chapters, DOCUMENT.pages, strict=True):
        heads = [node.kind for node in chapter.walk() if node.kind in ("H1", "H2")]
        assert heads == ["H1"] + ["H2"] * (len(heads) - 1)
        assert chapter.find("H1")[0].text().strip() == page.headline


def test_page_one_is_read_in_the_order_in_which_it_is_meant(root):
    text = " ".join(root.children[0].text().split())
    spots = [
        text.index(words)
        for words in (
            "Meridian Insurance · Decision report MI-2026-014 For decision · Board paper 7",
            "Run the claims assistant",
            "Decision sought from the board",
            "3.41 M EUR present value of cost",
            "Option Present value of cost, P10–P90 Δ to staying Δ % Cheapest in "
            "Hybrid 3.41 3.0–4.0 −1.51 −31 62 %",
            "Three reasons 1 It costs least.",
            "Three largest risks 1 Growth stalls.",
            "Conditions and expiry 1 Data stay",
            "Procurement · approves first Ana Ruiz contracts up to 2.0 M EUR Sign here",
            "Decision fingerprint, SHA-256 450481b7 888e2dfd",
        )
    ]
    assert spots == sorted(spots)


def test_links_jump_to_pages_say_where_and_stand_in_the_structure(pdf, root):
    back = parents(pdf)
    links = [note for page in pdf.pages for note in page.get("/Annots", [])]
    assert len(links) == len(root.find("Link")) == 1 + len(DOCUMENT.pages)
    for note in links:
        assert note.F == 4
        assert ", page " in str(note.Contents)
        assert back[int(note.StructParent)].S == "/Link"
    assert str(pdf.pages[0].Annots[0].Contents) == "Assumptions, page 5"


def test_the_contents_give_the_page_on_which_each_chapter_starts(root):
    entries = [entry.text().split() for entry in root.find("TOCI")]
    found = [(entry[0], int(entry[-1])) for entry in entries]
    assert found == [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("A1", 7)]


def test_punctuation_after_a_link_is_not_torn_off(root):
    assert "page 5. " in root.text()


def test_headers_and_footers_are_decoration_after_the_first_page(pdf, root):
    assert "Page 3 of 7" in page_text(pdf, 2)
    assert "Page 3 of 7" not in root.text()
    assert "3 · Money" in page_text(pdf, 2)
    assert "3 · Money" not in root.text()


def test_every_page_bears_class_version_day_and_the_start_of_the_seal(pdf):
    for number in range(len(pdf.pages)):
        text = page_text(pdf, number)
        assert "Confidential – Board · Version 1.0 · sealed 2026-11-23" in text
        assert "seal 450481b7 888e2dfd" in text


def test_the_file_says_its_language_title_and_page_numbers(pdf):
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.PageLabels.Nums[1].S == "/D"
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == [f"{page.chapter} · {page.title}" for page in DOCUMENT.pages]


def test_every_font_is_embedded_and_can_be_read_out(pdf):
    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font.FontDescriptor
        assert "/ToUnicode" in font


def test_a_text_over_two_pages_is_one_paragraph():
    long = " ".join(f"word{number}" for number in range(1500))
    page = b.Page("1", "T", "H", "S", (b.Paragraph("before"), b.Paragraph(long)))
    pdf = opened(write_pdf(b.Document(META, (page,))))
    assert len(pdf.pages) > 1
    assert [node.text().strip() for node in tree(pdf).find("P")][-1] == long


def test_a_code_is_a_figure_with_words_and_another_payload_gives_another_code():
    page = b.Page("1", "T", "H", "S", (b.QrCode(SEAL, "Code with the seal.", "Seal"),))
    pdf = opened(write_pdf(b.Document(META, (page,))))
    (figure,) = tree(pdf).find("Figure")
    assert str(figure.obj.Alt) == "Code with the seal."
    corner = [row[:8] for row in modules(SEAL)[:8]]
    assert "".join("#" if dark else "." for dark in corner[0]) == "#######."
    assert "".join("#" if dark else "." for dark in corner[3]) == "#.###.#."
    assert modules(SEAL) != modules(SEAL[::-1])


def test_a_link_to_no_chapter_is_a_mistake_that_is_noticed():
    page = replace(DOCUMENT.pages[0], body=(b.Paragraph((Run("see", to="99"),)),))
    with pytest.raises(KeyError):
        write_pdf(b.Document(META, (page,)))
