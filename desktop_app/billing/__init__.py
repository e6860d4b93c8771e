"""From a provider's export to a summary of spend. Decimal throughout; rows never leave here."""

from desktop_app.billing.bills import read_bills
from desktop_app.billing.recognition import Marking
from desktop_app.billing.slip import share_unidentified, slip_lines

__all__ = ["Marking", "read_bills", "share_unidentified", "slip_lines"]
