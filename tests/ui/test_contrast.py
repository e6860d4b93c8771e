"""Every pair of colours that meets on screen is told apart: WCAG 2, computed from the tokens."""

import itertools

import pytest

from desktop_app.ui.look.tokens import THEMES, tokens

TEXTS = ("text", "text_secondary", "text_tertiary")
GROUNDS = ("surface", "window", "rail", "sunken")
FINDINGS = ("ok", "caution", "problem")
SHAPES = ("control_border", "focus_ring")


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_published_ratio():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), list(itertools.product(TEXTS, GROUNDS)))
def test_text_is_read_on_every_ground(theme, ink, ground):
    colours = tokens()[theme]["colours"]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("finding", FINDINGS)
def test_findings_are_read_on_the_page_and_on_their_tint(theme, finding):
    colours = tokens()[theme]["colours"]
    assert contrast(colours[finding], colours["surface"]) >= 4.5
    assert contrast(colours[finding], colours[f"{finding}_ground"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_the_words_of_the_filled_button_are_read(theme):
    colours = tokens()[theme]["colours"]
    assert contrast(colours["on_primary"], colours["primary"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("shape", "ground"), list(itertools.product(SHAPES, ("surface", "window")))
)
def test_outlines_and_the_focus_ring_are_seen(theme, shape, ground):
    colours = tokens()[theme]["colours"]
    assert contrast(colours[shape], colours[ground]) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["surface", "window"])
def test_the_sign_of_every_option_is_seen(theme, ground):
    found = tokens()[theme]
    for colour in found["options"].values():
        assert contrast(colour, found["colours"][ground]) >= 3.0
