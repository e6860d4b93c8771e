"""A person who never stops: edits and saves one decision until the program is killed.

Arguments: the decision file; the folder of the program; milliseconds to a recovery copy; edits to
a save; and the file in which every edit and every save is noted with its time once it happened.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from desktop_app.decision.edits import set_value
from desktop_app.session import Folders, Session


def main(path, folder, interval, save_every, diary):
    application = QCoreApplication([])
    session = Session.opened(Path(path), Folders.under(Path(folder)))
    session.autosave.set_interval(int(interval))
    session.results.refresh()  # loads the calculations before the clock runs
    notes = os.open(diary, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    count = 0

    def noted(what):
        os.write(notes, f"{what} {count} {time.monotonic()!r}\n".encode())

    def edit():
        nonlocal count
        count += 1
        session.store.apply(set_value("title", f"Edit {count}", "title"))
        noted("edit")
        if count % int(save_every) == 0:
            session.file.save()
            noted("save")

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    timer = QTimer(application, interval=5)
    timer.timeout.connect(edit)
    timer.start()
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
