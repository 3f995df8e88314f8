"""Rules as trees: `expr` holds the nodes; every other module is one interpreter of them."""
