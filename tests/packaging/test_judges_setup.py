"""What the judges need: what is missing is seen, installed when allowed, and never hidden."""

import os
import stat

import pytest


@pytest.fixture
def bare(machine, monkeypatch, tmp_path):
    """A machine with no program on its path, no library and no file."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(machine, "JUDGES", dict(map(elsewhere(tmp_path), machine.JUDGES.items())))
    monkeypatch.setattr(machine, "is_linux", lambda: True)
    monkeypatch.setattr(machine, "loads", lambda library: False)
    return programs


def elsewhere(folder):
    """Look for what would be a file in a folder that is empty."""

    def moved(judge):
        name, needs = judge
        return name, {need.replace("/usr", str(folder)): needs[need] for need in needs}

    return moved


def place(folder, name, script="exit 0"):
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_on_a_bare_machine_every_judge_is_missing(machine, bare):
    assert list(machine.missing_tools()) == ["veraPDF", "qpdf", "poppler", "Xvfb", "AT-SPI"]


def test_each_package_is_asked_for_once(machine, bare, monkeypatch):
    asked = []
    monkeypatch.setattr(machine, "install", lambda packages, purpose: asked.append(packages))
    machine.provide(machine.JUDGES["poppler"] | machine.JUDGES["AT-SPI"], "ask")
    assert asked == [["at-spi2-core", "dbus", "gir1.2-atspi-2.0", "poppler-utils", "python3-gi"]]


@pytest.mark.skipif(os.name == "nt", reason="stands in for programs with shell scripts")
class TestWithPrograms:
    def test_a_program_that_is_there_is_not_asked_for_again(self, machine, bare):
        place(bare, "apt-get", f"touch {bare}/asked")
        place(bare, "qpdf")
        assert "qpdf" not in machine.missing_tools()
        assert machine.provide(machine.JUDGES["qpdf"], "ask") == []
        assert not (bare / "asked").exists()

    def test_a_judge_lacking_one_of_its_programs_is_still_missing(self, machine, bare):
        place(bare, "pdfinfo")
        assert machine.missing_tools()["poppler"] == ["pdffonts", "pdfdetach", "pdftotext"]

    def test_root_has_the_packages_installed(self, machine, bare, monkeypatch):
        place(bare, "apt-get", f'echo "$@" >> {bare}/asked')
        monkeypatch.setattr(machine, "sudo_prefix", str)
        machine.install(["qpdf"], "ask")
        update, install = (bare / "asked").read_text(encoding="utf-8").splitlines()
        assert update.startswith("update")
        assert install.startswith("install -y --no-install-recommends qpdf")

    def test_anyone_else_is_told_the_line_to_type(self, machine, bare, monkeypatch, capsys):
        place(bare, "apt-get", f"touch {bare}/asked")
        monkeypatch.setattr(machine, "sudo_prefix", lambda: "sudo ")
        machine.install(["libjaxb-java", "qpdf"], "ask every judge")
        line = "sudo apt-get install -y --no-install-recommends libjaxb-java qpdf"
        assert f"To ask every judge, first type:\n    {line}\n" in capsys.readouterr().out
        assert not (bare / "asked").exists()


def test_where_there_is_no_apt_the_packages_are_named(machine, bare, capsys):
    machine.install(["qpdf"], "ask every judge")
    assert "To ask every judge, install what Debian calls qpdf" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="stands in for a folder of Linux")
def test_a_file_is_found_in_the_folder_of_this_kind_of_processor(machine, bare, tmp_path):
    (file,) = [need for need in machine.JUDGES["AT-SPI"] if "*" in need]
    assert not machine.is_present(file)
    there = tmp_path / "lib" / "riscv64-linux-gnu" / "girepository-1.0"
    there.mkdir(parents=True)
    (there / "Atspi-2.0.typelib").touch()
    assert machine.is_present(file)


def test_what_is_still_missing_is_handed_back_with_the_reason(
    bootstrap, environment, machine, bare, monkeypatch
):
    monkeypatch.setattr(machine, "install", lambda packages, purpose: None)
    monkeypatch.setattr(environment, "make_environment", lambda folder, lock: None)
    assert bootstrap.prepare_judges()["qpdf"] == "qpdf not found"


def test_a_judge_whose_packages_cannot_be_had_is_handed_back(
    bootstrap, environment, machine, monkeypatch
):
    def refuse(folder, lock):
        raise environment.SetUpError("No network.")

    monkeypatch.setattr(machine, "install", lambda packages, purpose: None)
    monkeypatch.setattr(machine, "missing_tools", dict)
    monkeypatch.setattr(environment, "make_environment", refuse)
    assert bootstrap.prepare_judges() == {"veraPDF": "No network."}
