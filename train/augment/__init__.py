"""Real pages changed in ways that other real pages are, each block labelled by construction: see README.md."""
