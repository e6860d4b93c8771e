"""From a provider's export to a summary of spend. Decimal throughout; rows never leave here."""
