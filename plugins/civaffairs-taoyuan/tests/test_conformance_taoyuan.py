from civaffairs.testing.conformance import conformance

test_conformance = conformance("taoyuan", examples=5)
