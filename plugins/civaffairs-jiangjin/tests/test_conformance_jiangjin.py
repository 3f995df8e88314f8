from civaffairs.testing.conformance import conformance

test_conformance = conformance("jiangjin", examples=5)
