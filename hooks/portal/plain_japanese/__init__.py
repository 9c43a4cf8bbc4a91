"""Plain Japanese (やさしい日本語): finding what is not plain in a text, and measuring how plain a page is."""
