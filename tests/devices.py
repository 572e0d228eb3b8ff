"""The screens that the tests look at, in CSS pixels."""

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 640}
