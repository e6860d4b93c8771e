"""What people type is printed as they typed it, or refused by name; never obeyed, never lost."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render_reading import opened, tree
from render_sample import META, OPTIONS

from desktop_app.outcome import Refused
from desktop_app.report import blocks as b
from desktop_app.report.lines import Line, broken, letters, longest_word, shortened, unbroken
from desktop_app.report.pdf import write_pdf
from desktop_app.report.runs import Run
from desktop_app.report.style import face
from desktop_app.report.text import clean, in_eights

ATTACKS = {
    "ampersand and angle brackets": "Supplier A&B <Cheap> Ltd",
    "unclosed tag": "Name <b",
    "code in a colour": "<font color=\"[[[getattr(pow, Word('__globals__'))['os'].system('id') "
    "for Word in [orgTypeFun('Word', (str,), {})]]] and 'red'\">x</font>",
    "expression in a colour": "<font color=\"__import__('os').getcwd() and 'red'\">x</font>",
    "local image": 'x <img src="/etc/logo.png" width="20" height="20"/>',
    "image by file address": 'x <img src="file:///etc/logo.png" width="20" height="20"/>',
    "image by web address": 'x <img src="http://127.0.0.1:9/x.png" width="20" height="20"/>',
    "script link": '<a href="javascript:app.alert(1)">click</a>',
    "file link": '<a href="file:///etc/passwd">click</a>',
    "white text": 'Price 100 <font color="white" size="1">not </font>binding',
    "draw hook": 'x<onDraw name="os.system" label="id"/>',
    "evaluated string": "x<evalString>1+1</evalString>",
    "PDF operators": "x) Tj ET Q /F1 9 Tf (y \\101 \\",
}


def one_page(**changes):
    page = b.Page("1", "Title", "Headline", "Subline", (b.Paragraph("Body"),))
    return b.Document(META, (replace(page, **changes),))


def words(text):
    return " ".join(text.split())


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_printed_literally_wherever_it_stands(attack):
    hostile = replace(OPTIONS.rows[0], label=attack)
    body = (
        b.Section(attack, attack),
        b.Paragraph((Run(attack, "strong"),)),
        b.Numbered((b.Point(attack, "text", attack),)),
        b.Table((b.Column(attack, weight=1),), (b.Row((attack,)),), summary=attack),
        replace(OPTIONS, title="Options", rows=(hostile, *OPTIONS.rows[1:])),
        b.QrCode("payload", attack, attack),
        b.Contents(),
    )
    document = one_page(headline=attack, title=attack, body=body, footnote=attack, about=attack)
    pdf = opened(write_pdf(document))
    assert words(tree(pdf).text()).count(words(attack)) >= 12
    page = pdf.pages[0]
    assert not list(page.get_images())
    assert all("/A" not in annotation for annotation in page.get("/Annots", []))
    assert pdf.Root.get("/OpenAction") is None


def test_a_direction_override_is_dropped_so_that_a_sum_reads_as_stored():
    pdf = opened(write_pdf(one_page(headline="Total \u202e000,1\u202c EUR")))
    assert "Total 000,1 EUR" in tree(pdf).text()


@given(st.text())
def test_cleaned_text_is_normal_has_no_hidden_characters_and_stays_as_it_is(text):
    once = clean(text)
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(char) in ("Cc", "Cf") for char in once)
    assert clean(once) == once


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("one\ntwo\tthree", "one two three"),
        ("zero\u200bwidth", "zerowidth"),
        ("e\u0301", "é"),
        ("a\u2067b\u2069", "ab"),
        ("bell\x07", "bell"),
        ("\ufeffmark", "mark"),
    ],
)
def test_hidden_characters_go_and_breaks_become_spaces(typed, printed):
    assert clean(typed) == printed


@pytest.mark.parametrize(
    ("text", "named"),
    [("Vendor 供应商 Ltd", "“供” (U+4F9B)"), ("up ▲", "“▲” (U+25B2)"), ("x\ud800", "U+D800")],
)
def test_a_character_without_a_shape_is_refused_by_name(text, named):
    with pytest.raises(Refused) as refusal:
        write_pdf(one_page(body=(b.Paragraph(text),)))
    assert named in refusal.value.message
    assert refusal.value.hint


@pytest.mark.parametrize(
    "place",
    [
        {"headline": "供"},
        {"footnote": "供"},
        {"body": (b.Table((b.Column("供"),), (b.Row(("x",)),), "s"),)},
        {"body": (b.SignBoxes((b.SignBox("role", "供", "limit"),)),)},
        {"body": (replace(OPTIONS, heads=("供", "b", "c", "d", "e")),)},
    ],
)
def test_it_is_refused_wherever_it_stands(place):
    with pytest.raises(Refused, match="U\\+4F9B"):
        write_pdf(one_page(**place))


def test_a_title_is_refused_where_it_is_first_printed():
    second = b.Page("2", "供", "H", "S", (b.Contents(),))
    with pytest.raises(Refused, match="U\\+4F9B"):
        write_pdf(b.Document(META, (*one_page().pages, second)))


def test_a_character_that_only_the_mono_lacks_is_refused_in_mono_only():
    assert write_pdf(one_page(body=(b.Paragraph("Δ to staying"),)))
    with pytest.raises(Refused, match="U\\+0394"):
        write_pdf(one_page(body=(b.Paragraph((Run("Δ", "mono"),)),)))


LATIN = st.text(st.sampled_from("abcdefgh ÄéМир0123456789,.–−/"), max_size=200)


@given(LATIN, st.floats(min_value=40, max_value=500))
def test_broken_lines_keep_every_letter_and_never_run_over(text, width):
    lines = broken(text, face("body"), width)
    written = " ".join("".join(part.text for part in line.letters) for line in lines)
    assert written.replace(" ", "") == clean(text).replace(" ", "")
    assert all(line.width <= width + 0.02 for line in lines)


SHORT_WORDS = st.lists(st.text("abcÄéМир012.-/", min_size=1, max_size=24), max_size=30)


@given(SHORT_WORDS.map(" ".join))
def test_a_line_as_wide_as_the_longest_word_breaks_only_at_spaces(text):
    width = max(longest_word(text, face("body")), 1.0)
    lines = broken(text, face("body"), width)
    written = " ".join("".join(part.text for part in line.letters) for line in lines)
    assert written.split() == clean(text).split()


def test_a_long_name_is_cut_after_its_hinges_and_a_date_is_not():
    name = "global.provider.model-4-5-20250929-v1:0"
    lines = broken(name, face("cell"), 60)
    ends = ["".join(part.text for part in line.letters)[-1] for line in lines[:-1]]
    assert len(lines) > 1
    assert set(ends) <= set(".-:")
    assert longest_word(name, face("cell")) < 60
    assert longest_word("2026-11-23", face("cell")) == unbroken("2026-11-23", face("cell")).width


def test_looks_change_within_a_word_without_a_break_or_a_space():
    text = (Run("v(t) = 1.08"), Run("−t/12", "raised"), Run("; "), Run("strong", "strong"))
    (line,) = broken(text, face("body"), 500)
    assert "".join(part.text for part in line.letters) == "v(t) = 1.08−t/12; strong"
    assert [part.rise > 0 for part in line.letters] == [False, True, False, False]


@given(LATIN.filter(str.strip), st.floats(min_value=30, max_value=200))
def test_a_shortened_label_fits_and_ends_with_an_ellipsis_only_if_it_was_cut(text, width):
    short = shortened(text, face("label"), width)
    assert unbroken(short, face("label")).width <= width
    assert short == text or short.endswith("…")


def test_a_shortened_label_can_keep_its_number():
    short = shortened("A very long name of an option 3.41", face("label"), 60, last=True)
    assert short.endswith("… 3.41")
    assert unbroken(short, face("label")).width <= 60


def test_a_fingerprint_is_printed_in_groups_of_eight():
    assert in_eights("0123456789abcdef01") == "01234567 89abcdef 01"


def test_the_width_of_a_line_is_the_sum_of_its_letters():
    parts = letters((Run("one "), Run("two", "strong")), face("body"))
    assert Line(parts).width == pytest.approx(sum(part.width for part in parts))
