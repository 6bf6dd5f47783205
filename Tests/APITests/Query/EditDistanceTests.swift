import Testing

@testable import API

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("party", "party", 0), ("partie", "party", 2),
        ("stauts", "status", 1),
        ("sort", "srot", 1), ("limits", "limit", 1), ("kitten", "sitting", 3),
    ])
    func `insertions, deletions, replacements and swaps each count one`(left: String, right: String, distance: Int) {
        #expect(EditDistance.between(left, right) == distance)
        #expect(EditDistance.between(right, left) == distance)
    }

    @Test func `the nearest name is found without regard to case, however long the name`() {
        #expect(EditDistance.nearest(to: "PARTY", among: ["limit", "party"]) == "party")
        #expect(EditDistance.nearest(to: String(repeating: "x", count: 100_000), among: ["a", "b"]) != nil)
        #expect(EditDistance.nearest(to: "a", among: []) == nil)
    }
}
