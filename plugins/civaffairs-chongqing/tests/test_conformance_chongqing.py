from civaffairs.testing.conformance import conformance

test_conformance = conformance("chongqing", examples=5)
