from civaffairs.testing.conformance import conformance

test_conformance = conformance("china", examples=5)
