import gzip
import hashlib

import duckdb
import pytest
from specimens import ROW, as_csv, summed

from desktop_app.billing import read_bills
from desktop_app.outcome import Refused

TEXT = as_csv([{}, {"ServiceName": "Café Größe"}])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_bill_is_read_in_any_encoding_and_with_any_delimiter(imported, encoding, delimiter):
    summary = imported([{}, {"ServiceName": "Café Größe"}], encoding=encoding, delimiter=delimiter)
    assert {group.service for group in summary.groups} == {ROW["ServiceName"], "Café Größe"}
    assert len(summary.totals) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_gzipped_bill_is_read_whatever_its_name(imported, encoding):
    packed = gzip.compress(TEXT.encode(encoding), mtime=0)
    assert imported(packed, name="bill.csv.gz").files[0].rows_kept == 2
    assert imported(packed, name="bill").files[0].rows_kept == 2


def test_gzip_members_one_after_another_are_one_bill(imported):
    data = TEXT.encode()
    assert (
        imported(gzip.compress(data[:90], mtime=0) + gzip.compress(data[90:], mtime=0))
        .files[0]
        .rows_kept
        == 2
    )


def test_the_summary_carries_digest_and_size_of_the_file_as_given(imported):
    packed = gzip.compress(TEXT.encode(), mtime=0)
    (file,) = imported(packed).files
    assert file.sha256 == hashlib.sha256(packed).hexdigest()
    assert file.size_bytes == len(packed)


@pytest.mark.parametrize("part", [0.5, 0.9, 0.999])
def test_a_truncated_gzip_file_is_refused(refused, part):
    packed = gzip.compress(as_csv([{}] * 5000).encode(), mtime=0)
    assert "is cut off" in refused(packed[: int(len(packed) * part)], name="bill.csv.gz")


def test_a_gzip_file_with_a_wrong_check_sum_is_refused(refused):
    packed = bytearray(gzip.compress(TEXT.encode(), mtime=0))
    packed[-6] ^= 1
    assert "is a damaged gzip file" in refused(bytes(packed))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "bill.csv is empty"),
        (b"\n \n,,\n", "holds no rows, only blank lines"),
        (bytes(range(256)) * 20, "holds binary data"),
        (b"PK\x03\x04" + b"x" * 50, "is a ZIP archive or an Excel workbook"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PAR1" + b"x" * 100, "is a damaged or incomplete Parquet file"),
        (b"name,amount\nrent,12\n", "is no bill that we know"),
        (b"just a letter to somebody\n", "is no bill that we know"),
        (gzip.compress(b"name,amount\nrent,12\n", mtime=0), "is no bill that we know"),
    ],
)
def test_a_file_that_is_no_bill_is_refused_in_a_sentence(refused, content, said):
    assert said in refused(content)


def test_a_folder_or_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refused, match="is a folder"):
        read_bills([tmp_path], key="bill", label="Bill")
    with pytest.raises(Refused, match="There is no file"):
        read_bills([tmp_path / "none.csv"], key="bill", label="Bill")
    with pytest.raises(Refused, match="No bill was named"):
        read_bills([], key="bill", label="Bill")


def test_a_name_with_wildcards_stands_for_one_file_only(write, imported):
    write([{"BilledCost": "1000"}], name="a1.csv")
    assert summed(imported([{}], name="a[1].csv")) == summed(imported([{}], name="a'*.csv"))


def test_a_name_longer_than_the_document_keeps_is_shortened(imported):
    (file,) = imported([{}], name="b" * 240 + ".csv").files
    assert (len(file.name), file.name[-1]) == (200, "…")


def in_parquet(path, select):
    duckdb.connect().execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
    return path


def test_parquet_is_read_with_decimals_doubles_times_and_maps(tmp_path):
    path = in_parquet(
        tmp_path / "bill.parquet",
        """SELECT 0.1::DOUBLE AS BilledCost, 1.000000000000000001::DECIMAL(38,18) AS EffectiveCost,
        '2.5' AS ListCost, NULL::DOUBLE AS ContractedCost, 'USD' AS BillingCurrency,
        TIMESTAMPTZ '2026-03-01 00:00:00+00' AS ChargePeriodStart,
        TIMESTAMP '2026-03-02 00:00:00' AS ChargePeriodEnd, 'Usage' AS ChargeCategory,
        MAP {'workload': 'chat', 'x-ai': 'llm'} AS Tags FROM range(3)""",
    )
    summary = read_bills([path], key="bill", label="Bill")
    costs = summary.totals[0].costs
    assert [str(costs.billed_cost), str(costs.effective_cost)] == ["0.3", "3.000000000000000003"]
    assert (str(costs.list_cost), costs.contracted_cost) == ("7.5", None)
    assert [(g.way, g.workload) for g in summary.groups] == [("tagged", "chat")]
    assert str(summary.last_day) == "2026-03-01"


def test_a_truncated_parquet_file_is_refused(tmp_path, refused):
    path = in_parquet(tmp_path / "whole.parquet", "SELECT 1.0 AS BilledCost FROM range(9999)")
    data = path.read_bytes()
    assert "damaged or incomplete Parquet" in refused(data[: len(data) // 2])
