"""Pages run on gracefully: nothing is cut, nothing is lost, nothing is said twice."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render_reading import opened, page_text, tree
from render_sample import META, OPTIONS

from desktop_app.outcome import Refused
from desktop_app.report import blocks as b
from desktop_app.report.flowables.flowable import Whole
from desktop_app.report.flowables.stack import TIGHTEST, cut_stack, gap, stack_height, tightened
from desktop_app.report.flowables.widths import Need, column_widths
from desktop_app.report.pdf import write_pdf
from desktop_app.report.sheets import laid_out
from desktop_app.report.style import page, text_width


def document(*body, footnote=""):
    chapter = b.Page("1", "Title", "Headline", "Subline", body, footnote=footnote)
    return b.Document(META, (chapter,))


def table(rows, **more):
    columns = (b.Column("Name", weight=1), b.Column("Value", "EUR", "right"))
    return b.Table(columns, tuple(rows), "A table.", **more)


def numbered(count):
    return [b.Row((f"row-{number}", f"{number}")) for number in range(count)]


def test_a_long_table_runs_on_with_its_heads_repeated():
    pdf = opened(write_pdf(document(b.Section("Message"), table(numbered(120)))))
    assert len(pdf.pages) == 3
    for number in range(3):
        assert "Name" in page_text(pdf, number)
        assert "Value" in page_text(pdf, number)
    assert "Title, continued" in page_text(pdf, 1)


def test_the_structure_of_a_long_table_has_one_head_and_every_row_once():
    root = tree(opened(write_pdf(document(table(numbered(120))))))
    (whole,) = root.find("Table")
    assert len(whole.find("THead")) == len(whole.find("TBody")) == 1
    rows = [row.text().split()[0] for row in whole.find("TBody")[0].find("TR")]
    assert rows == [f"row-{number}" for number in range(120)]
    assert root.text().count("Name") == 1


def test_a_group_line_is_never_the_last_of_a_page():
    for before in range(30, 50):
        rows = [*numbered(before), b.Row(("Group",), "group"), *numbered(30)]
        pdf = opened(write_pdf(document(table(rows))))
        first = page_text(pdf, 0)
        assert ("Group" not in first) or "row-0" in first.split("Group")[1]


def test_a_message_is_never_the_last_of_a_page():
    for before in range(36, 46):
        body = (table(numbered(before)), b.Section("The message"), table(numbered(30)))
        sheets = laid_out(document(*body))
        assert not any(sheet.blocks[-1].leads for sheet in sheets)


def test_a_row_higher_than_a_page_runs_on_and_loses_no_word():
    words = [f"word{number}" for number in range(900)]
    rows = [b.Row(("before", "1")), b.Row((" ".join(words), "2")), b.Row(("after", "3"))]
    narrow = (b.Column("Name", weight=1), b.Column("", weight=3), b.Column("V", align="right"))
    wide = [b.Row((row.cells[0], "", row.cells[1])) for row in rows]
    pdf = opened(write_pdf(document(b.Table(narrow, tuple(wide), "s"))))
    assert len(pdf.pages) > 1
    text = tree(pdf).text().split()
    assert [word for word in text if word.startswith("word")] == words
    assert text.index("before") < text.index("word0") < text.index("after")


def test_what_cannot_be_split_and_is_higher_than_a_page_is_refused_in_a_sentence():
    endless = " ".join(["endless"] * 3000)
    with pytest.raises(Refused) as refusal:
        write_pdf(document(b.Sought("Sought", endless)))
    assert refusal.value.message == "Something in chapter 1, Title, is higher than a page."
    assert refusal.value.hint


def test_the_footnote_stands_on_the_last_page_of_its_chapter_only():
    pdf = opened(write_pdf(document(table(numbered(120)), footnote="The small print.")))
    shown = ["The small print." in page_text(pdf, number) for number in range(len(pdf.pages))]
    assert shown == [False, False, True]


@given(st.integers(min_value=1, max_value=110))
def test_blocks_never_reach_into_the_footnote_or_the_footer(count):
    made = document(table(numbered(count)), b.Paragraph("last"), footnote="Small " * 60)
    for sheet in laid_out(made):
        gaps = sum(gap(above, below) for above, below in pairwise(sheet.blocks))
        used = stack_height(sheet.blocks, text_width()) - gaps * (1 - sheet.tight)
        room = page("height") - page("body_top") - page("body_bottom")
        foot = 30 if sheet.footnote else 0
        assert used <= room - foot - (30 if sheet.opens else 0)


def test_two_stacks_side_by_side_run_on_together():
    left, right = (table(numbered(60)),), (table(numbered(10)),)
    pdf = opened(write_pdf(document(b.Columns(left, right))))
    assert len(pdf.pages) == 2
    assert [len(found.find("TBody")[0].find("TR")) for found in tree(pdf).find("Table")] == [
        60,
        10,
    ]


def test_a_row_with_a_missing_cell_is_a_mistake_that_is_noticed():
    with pytest.raises(ValueError, match="1 cells"):
        write_pdf(document(table([b.Row(("only one",))])))


def test_the_options_of_page_one_fit_beside_each_other_whatever_they_are_called():
    long = tuple(
        b.Row(("A name of many words that nobody would ever print on one line", "1"))
        for _ in range(3)
    )
    pdf = opened(write_pdf(document(OPTIONS, table(long))))
    assert len(pdf.pages) == 1


@dataclass(frozen=True)
class Brick(Whole):
    """A block of a known height."""

    size: float
    leads: bool = False

    def height(self, width):
        return self.size

    def draw(self, place):
        raise NotImplementedError


BRICKS = st.lists(
    st.builds(Brick, st.floats(min_value=1, max_value=90), st.booleans()), min_size=1, max_size=20
)


@given(BRICKS, st.floats(min_value=50, max_value=300))
def test_cutting_keeps_all_blocks_in_order_within_the_room(bricks, room):
    fitting, rest = cut_stack(bricks, 100, room)
    assert [*fitting, *rest] == bricks
    assert stack_height(fitting, 100) <= room + 0.02
    if rest and fitting:
        assert not fitting[-1].leads


@given(BRICKS, st.floats(min_value=50, max_value=1500))
def test_gaps_shrink_just_enough_for_everything_to_fit_or_not_at_all(bricks, room):
    tight = tightened(bricks, 100, room)
    gaps = sum(gap(above, below) for above, below in pairwise(bricks))
    height = stack_height(bricks, 100)
    if tight:
        assert TIGHTEST <= tight <= 1
        assert height - gaps * (1 - tight) <= room + 0.02
    else:
        assert height - gaps * (1 - TIGHTEST) > room - 0.02


def test_a_page_a_little_too_full_is_drawn_closer_and_not_carried_over():
    body = [b.Section("Message"), table(numbered(30))] * 1
    for count in range(6, 16):
        made = document(*body, *[b.Paragraph("One line.")] * count)
        (first, *later) = laid_out(made)
        if first.tight < 1:
            assert not later
            assert len(first.blocks) == count + 2
            break
    else:
        pytest.fail("no number of lines is a little too many")


def test_a_leader_decides_how_close_its_block_stands():
    class Message(Whole):
        leads, after = True, 3

    class Table(Whole):
        before = 20

    assert gap(Message(), Table()) == 3
    assert gap(Table(), Table()) == 20


NEEDS = st.lists(
    st.builds(
        lambda least, more, weight: Need(least + more, least, weight),
        st.floats(min_value=5, max_value=80),
        st.floats(min_value=0, max_value=200),
        st.sampled_from((0, 0, 1, 2.5)),
    ),
    min_size=1,
    max_size=9,
)


@given(NEEDS, st.floats(min_value=100, max_value=500))
def test_columns_fill_the_width_and_none_vanishes(needs, width):
    widths = column_widths(needs, width)
    assert sum(widths) == pytest.approx(width, abs=0.05)
    assert all(each > 0 for each in widths)
    if sum(need.least for need in needs) <= width:
        assert all(w >= n.least - 0.01 for w, n in zip(widths, needs, strict=True))


def test_the_widest_column_gives_way_before_a_date_or_a_word_does():
    needs = [Need(40, 40, 0), Need(50, 50, 0), Need(500, 400, 1), Need(300, 200, 1)]
    assert column_widths(needs, 390) == pytest.approx((40, 50, 150, 150))


def test_columns_share_what_is_left_by_weight():
    needs = [Need(100, 20, 0), Need(50, 20, 1), Need(50, 20, 3)]
    assert column_widths(needs, 500) == pytest.approx((100, 100, 300))
