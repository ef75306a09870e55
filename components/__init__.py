"""What the pages are drawn with. A component draws what it is given, returns what was done."""
