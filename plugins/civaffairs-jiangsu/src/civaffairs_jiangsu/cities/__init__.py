"""The cities of Jiangsu whose dated standards are known: a module for each, with its documents and its standards."""
