"""A window of a few lines with which the screen's hands and eyes are tried out."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)


def main() -> int:
    app = QApplication(sys.argv)
    app.setApplicationName("Little")
    app.setCursorFlashTime(0)
    window = QWidget()
    window.setWindowTitle("A little window")
    name, greet, answer, blue = (
        QLineEdit(),
        QPushButton("Greet"),
        QLabel("Nobody"),
        QCheckBox("Blue"),
    )
    name.setAccessibleName("Your name")
    greet.setAccessibleDescription("Says hello.")
    greet.clicked.connect(lambda: answer.setText(f"Hello {name.text()}"))
    blue.toggled.connect(lambda on: window.setPalette(QPalette(QColor("blue" if on else "white"))))
    layout = QFormLayout(window)
    for part in (name, greet, answer, blue):
        layout.addRow(part)
    window.resize(400, 300)
    window.show()
    QTimer.singleShot(120_000, app.quit)  # it must not outlive a test that was cut off
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
