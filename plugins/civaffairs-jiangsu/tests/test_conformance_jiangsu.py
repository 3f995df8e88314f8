from civaffairs.testing.conformance import conformance

test_conformance = conformance("jiangsu", examples=3)
