from civaffairs.testing.conformance import conformance

test_conformance = conformance("anhui", examples=3)
