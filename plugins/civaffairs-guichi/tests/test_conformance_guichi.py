from civaffairs.testing.conformance import conformance

test_conformance = conformance("guichi", examples=5)
