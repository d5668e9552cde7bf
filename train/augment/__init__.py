"""Changes real pages in ways in which other real pages are made. The label of each block is known
by construction. See README.md.
"""
