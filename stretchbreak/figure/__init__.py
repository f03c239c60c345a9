"""The moving stretch pictures as geometry: joints in, flat shapes out.

    pose       what a stretch looks like, read from plain data
    skeleton   where every joint is at one instant
    scene      the shapes to paint, in drawing order

Lengths are fractions of the standing body height, angles are degrees. The
world has x to the right, y away from the viewer and z up; the floor (or the
top of the mat) is z = 0. Nothing here paints: `stretchbreak.qt` does.
"""
