"""Pictures: from numbers and ready words to simple shapes, to SVG, and to an alt text."""
