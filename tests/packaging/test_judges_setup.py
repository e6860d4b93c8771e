"""What the judges need: what is missing is seen, installed when allowed, and never hidden."""

import os
import stat

import pytest


@pytest.fixture
def bare(machine, monkeypatch, tmp_path):
    """A machine with no program on its path and no Java library."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    needs = {**machine.JUDGES, "veraPDF": {"java": "default-jre-headless"}}
    needs["veraPDF"][str(tmp_path / "jaxb.jar")] = "libjaxb-java"
    monkeypatch.setattr(machine, "JUDGES", needs)
    return programs


def place(folder, name, script="exit 0"):
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_on_a_bare_machine_every_judge_is_missing(machine, bare):
    assert set(machine.missing_tools()) == {"veraPDF", "qpdf", "poppler"}
    assert machine.missing_packages() == [
        "default-jre-headless",
        "libjaxb-java",
        "poppler-utils",
        "qpdf",
    ]


@pytest.mark.skipif(os.name == "nt", reason="stands in for programs with shell scripts")
class TestWithPrograms:
    def test_a_program_that_is_there_is_not_asked_for_again(self, machine, bare):
        place(bare, "qpdf")
        assert "qpdf" not in machine.missing_tools()
        assert "qpdf" not in machine.missing_packages()

    def test_a_judge_lacking_one_of_its_programs_is_still_missing(self, machine, bare):
        place(bare, "pdfinfo")
        assert machine.missing_tools()["poppler"] == ["pdffonts", "pdfdetach", "pdftotext"]

    def test_root_has_the_packages_installed(self, machine, bare, monkeypatch):
        place(bare, "apt-get", f'echo "$@" >> {bare}/asked')
        monkeypatch.setattr(machine, "sudo_prefix", str)
        machine.install(["qpdf"])
        update, install = (bare / "asked").read_text(encoding="utf-8").splitlines()
        assert update.startswith("update")
        assert install.startswith("install -y --no-install-recommends qpdf")

    def test_anyone_else_is_told_the_line_to_type(self, machine, bare, monkeypatch, capsys):
        place(bare, "apt-get", f"touch {bare}/asked")
        monkeypatch.setattr(machine, "sudo_prefix", lambda: "sudo ")
        machine.install(["libjaxb-java", "qpdf"])
        line = "sudo apt-get install -y --no-install-recommends libjaxb-java qpdf"
        assert line in capsys.readouterr().out
        assert not (bare / "asked").exists()


def test_where_there_is_no_apt_the_packages_are_named(machine, bare, capsys):
    machine.install(["qpdf"])
    assert "Missing here: qpdf" in capsys.readouterr().out


def test_what_is_still_missing_is_handed_back_with_the_reason(
    bootstrap, machine, bare, monkeypatch
):
    monkeypatch.setattr(machine, "install", lambda packages: None)
    monkeypatch.setattr(bootstrap, "make_environment", lambda folder, lock: None)
    assert bootstrap.prepare_judges()["qpdf"] == "qpdf not found"


def test_a_judge_whose_packages_cannot_be_had_is_handed_back(bootstrap, machine, monkeypatch):
    def refuse(folder, lock):
        raise bootstrap.SetUpError("No network.")

    monkeypatch.setattr(machine, "install", lambda packages: None)
    monkeypatch.setattr(machine, "missing_tools", dict)
    monkeypatch.setattr(bootstrap, "make_environment", refuse)
    assert bootstrap.prepare_judges() == {"veraPDF": "No network."}
