"""Everything computed from a decision. The one place where documents meet calculations."""
