"""What an option costs over time. Plain functions and figures; knows no document."""
