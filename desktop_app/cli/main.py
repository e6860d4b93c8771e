"""Parse a command line and run its command."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import desktop_app
from desktop_app.outcome import Cancelled, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, DIFFERS, REFUSED = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 when it is done, 1 when `verify` found a difference, 2 when the request was refused.
    """
    arguments = _parser().parse_args(argv)
    _speak_utf8()
    try:
        module = import_module(f"desktop_app.cli.{arguments.module}")
        done = int(module.run(arguments) or DONE)
        sys.stdout.flush()  # what little was said may fail only now
        return done
    except Refused as refusal:
        print(" ".join(filter(None, (refusal.message, refusal.hint))), file=sys.stderr)
    except (Cancelled, KeyboardInterrupt):
        print("Stopped. No file was left half written.", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has seen enough
    except OSError as error:
        _give_up_output()
        reason = (error.strerror or "the disk refused").lower()
        print(f"The output could not be written: {reason}. Write it elsewhere.", file=sys.stderr)
    return REFUSED


def _give_up_output() -> None:
    """Point standard output at nothing, so that leaving does not try to write it once more."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)


def _speak_utf8() -> None:
    """Write UTF-8 even where the terminal's locale is unset: signs and quotes must survive."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


class _Parser(argparse.ArgumentParser):
    """A parser that refuses as the commands do: in sentences, with the exit code for it."""

    def error(self, message: str) -> NoReturn:
        sentence = f"{message[:1].upper()}{message[1:]}."
        self.exit(REFUSED, f"{sentence} `{self.prog} --help` shows what it takes.\n")


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from None


def _parser() -> _Parser:
    parser = _Parser(
        prog="isocost",
        description="Decide how and where to run AI: from a bill to a report that proves itself.",
        epilog="Exit codes: 0 done, 1 verify found a difference, 2 refused with a sentence.",
    )
    parser.add_argument(
        "--version", action="version", version=f"isocost {desktop_app.__version__}"
    )
    parser.set_defaults(module="open", file=None, sample=False, bare=True)
    commands = parser.add_subparsers(metavar="COMMAND")
    _add_making(commands)
    _add_asking(commands)
    return parser


def _add_making(commands: argparse._SubParsersAction[_Parser]) -> None:
    window = _command(commands, "open", "open the window; what plain `isocost` does")
    window.add_argument("file", type=Path, nargs="?", metavar="FILE", help="decision or bill")
    window.add_argument("--sample", action="store_true", help="open a copy of the sample")
    window.set_defaults(bare=False)

    demo = _command(commands, "demo", "make the sample decision, its figures and its report")
    demo.add_argument("-o", "--output", type=Path, default=Path("isocost-demo"), metavar="DIR")

    new = _command(commands, "new", "start a decision with prices from the price book")
    new.add_argument("file", type=Path, metavar="DECISION")
    new.add_argument("--title", default="Where should our AI workloads run?")
    new.add_argument("--currency", default="EUR", help="currency of the decision (default EUR)")
    new.add_argument("--start", default="", metavar="DATE", help="first month; default: the next")
    new.add_argument(
        "--rate", action="append", default=[], metavar="USD=0.86", help="exchange rate of prices"
    )
    new.add_argument("--rate-date", default="", metavar="DATE", help="day of the rates")
    new.add_argument("--rate-source", default="", metavar="WORDS", help="where they were found")

    bills = _command(commands, "import", "read bills and say what they hold", module="bills")
    bills.add_argument("bills", type=Path, nargs="+", metavar="BILL")
    bills.add_argument("--into", type=Path, metavar="DECISION", help="keep the summary there")
    bills.add_argument("--key", default="bill", help="name of the bill in the decision")
    bills.add_argument("--label", default="", help="what people call the bill")
    bills.add_argument(
        "--tag", action="append", default=[], metavar="KEY", help="tag key that marks AI spend"
    )
    bills.add_argument(
        "--workload-tag", action="append", default=[], metavar="KEY", help="names the workload"
    )
    _json(bills)

    report = _command(commands, "report", "write the PDF report")
    report.add_argument("file", type=Path, metavar="DECISION")
    report.add_argument("-o", "--output", type=Path, required=True, metavar="PDF")


def _add_asking(commands: argparse._SubParsersAction[_Parser]) -> None:
    evaluate = _command(commands, "evaluate", "compute what every option costs and compare them")
    evaluate.add_argument("file", type=Path, metavar="DECISION")
    evaluate.add_argument("--draws", type=_whole, metavar="N", help="draws of the simulation")
    evaluate.add_argument("--seed", type=_whole, metavar="S", help="seed of the simulation")
    _json(evaluate)

    explain = _command(commands, "explain", "say where a figure comes from")
    explain.add_argument("file", type=Path, metavar="DECISION")
    explain.add_argument("figure", nargs="?", metavar="FIGURE", help="key; none lists all keys")

    verify = _command(commands, "verify", "recompute a report and compare it with itself")
    verify.add_argument("file", type=Path, metavar="PDF")

    schema = _command(commands, "schema", "print the JSON schema of a file format")
    schema.add_argument(
        "of", nargs="?", default="decision", choices=("decision", "record", "bill")
    )


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    about: str,
    *,
    module: str = "",
) -> _Parser:
    command = commands.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.")
    command.set_defaults(module=module or name)
    return command


def _json(command: _Parser) -> None:
    command.add_argument("--json", action="store_true", help="print one JSON object instead")
