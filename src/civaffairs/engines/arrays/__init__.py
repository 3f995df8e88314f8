"""The engine of whole columns: a tree becomes steps of numpy over the arrays that registers hold."""
