from civaffairs.testing.conformance import conformance

test_conformance = conformance("shapingba", examples=5)
