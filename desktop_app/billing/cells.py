"""How the text of a cell becomes a number or a date, as SQL.

Nothing is guessed by the engine: every cell arrives as text and is cast here, and what cannot be
cast is NULL beside a text that is not, so that it is never taken for zero.
"""

from __future__ import annotations

from typing import Literal

Mark = Literal["plain", "point", "comma"]
"""How a column writes numbers: bare digits with a point; or with symbols and groups, the decimal
mark being a point or a comma."""

DateOrder = Literal["iso", "month_first", "day_first"]

MISSING = ("", "NULL", "Null", "null", "--")
"""Texts that stand for an empty cell."""

DECIMAL = "DECIMAL(38, 18)"
"""What money is held in: twenty digits before the point, eighteen behind it."""

MACROS = (
    # Spaces of all kinds to one blank; symbols and codes of currencies away.
    r"""CREATE MACRO bare(t) AS trim(regexp_replace(regexp_replace(
        t, '[\s\x{A0}\x{202F}]+', ' ', 'g'), '[$€£¥₹]|^ ?[A-Z]{3}|[A-Z]{3} ?$', '', 'g'))""",
    # (12.00) and 12.00- are negative.
    r"""CREATE MACRO signed(t) AS CASE
        WHEN regexp_matches(t, '^\(.*\)$') THEN '-' || trim(t[2:-2])
        WHEN regexp_matches(t, '^[^-]*\d-$') THEN '-' || t[:-2]
        WHEN starts_with(t, '- ') THEN '-' || t[3:] ELSE t END""",
    # Groups of thousands must be whole: 1,23 is no way to write 123.
    r"""CREATE MACRO pointed(t) AS CASE WHEN regexp_full_match(
        t, '[+-]?(\d{1,3}([, ’'']\d{3})+|\d*)(\.\d*)?([eE][+-]?\d+)?')
        THEN regexp_replace(t, '[, ’'']', '', 'g') END""",
    f"""CREATE MACRO number_plain(t) AS TRY_CAST(t AS {DECIMAL})""",
    f"""CREATE MACRO number_point(t) AS TRY_CAST(pointed(signed(bare(t))) AS {DECIMAL})""",
    f"""CREATE MACRO number_comma(t) AS
        TRY_CAST(pointed(translate(signed(bare(t)), '.,', ',.')) AS {DECIMAL})""",
    r"""CREATE MACRO says_comma(t) AS
        regexp_matches(t, ',(\d{1,2}|\d{4,})$|\.\d{3},|^[(-]?0,\d|\.\d{3}\.')""",
    r"""CREATE MACRO says_point(t) AS
        regexp_matches(t, '\.(\d{1,2}|\d{4,})([eE].*)?$|,\d{3}\.|^[(-]?0?\.\d|,\d{3},')""",
    r"""CREATE MACRO says_either(t) AS regexp_matches(t, '^[(-]?[1-9]\d{0,2}[.,]\d{3}\)?$')""",
    # More digits behind the point than are kept. Short cells are soon done with.
    r"""CREATE MACRO is_rounded(t) AS CASE
        WHEN strlen(t) > 19 OR contains(t, 'e') OR contains(t, 'E') THEN
        length(rtrim(regexp_extract(t, '[.,](\d*)\D*(?:[eE].*)?$', 1), '0'))
        - coalesce(TRY_CAST(regexp_extract(t, '[eE]([+-]?\d+)\D*$', 1) AS INTEGER), 0) > 18
        ELSE false END""",
    """CREATE MACRO unquoted(t) AS CASE
        WHEN contains(t, chr(39)) THEN replace(replace(t, chr(34), ''), chr(39), '')
        ELSE replace(t, chr(34), '') END""",
    # [{key: a, value: b}] becomes [{a:b}].
    r"""CREATE MACRO paired(t) AS CASE WHEN contains(t, '[') THEN regexp_replace(
        t, '\{\s*key\s*:\s*([^,}]*),\s*value\s*:\s*([^}]*)\}', '{\1:\2}', 'gi') ELSE t END""",
    # Years first only: the engine would read 5/1/25 as a day in the year 5. An offset from UTC is
    # not applied, since it must not move a charge into another month.
    """CREATE MACRO day_iso(t) AS
        CASE WHEN t[5] IN ('-', '/') THEN TRY_CAST(trim(t) AS TIMESTAMP) END""",
    """CREATE MACRO day_month_first(t) AS coalesce(day_iso(t), try_strptime(trim(t),
        ['%m/%d/%y', '%m/%d/%Y', '%m/%d/%y %H:%M', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S']))""",
    """CREATE MACRO day_day_first(t) AS coalesce(day_iso(t), try_strptime(trim(t),
        ['%d/%m/%y', '%d/%m/%Y', '%d/%m/%y %H:%M', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S']))""",
)


def literal(text: str) -> str:
    """Quote a text for SQL."""
    return "'" + text.replace("'", "''") + "'"


def name(column: str) -> str:
    """Quote a column name for SQL."""
    return '"' + column.replace('"', '""') + '"'


def number(cell: str, mark: Mark) -> str:
    """Return the number in a cell, as SQL; NULL when it is missing or no number."""
    return f"number_{mark}({cell})"


def moment(cell: str, order: DateOrder) -> str:
    """Return the date and time in a cell, as SQL; NULL when it is missing or no date."""
    return f"day_{order}({cell})"
