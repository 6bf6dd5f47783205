import Testing

@testable import Ingestion

@Suite struct EntityRowsTests {
    @Test func `entities are found by their rows, of several the first`() {
        let rows = [40, nil, 7, 40, 0].map { Entity(kind: .organisation, name: "", catalogueRow: $0) }
        var known = EntityRows(rows)
        #expect(known[40] == 0)
        #expect(known[7] == 2)
        #expect(known[0] == 4)
        #expect(known[8] == nil)
        known.insert(9, at: 8)
        known.insert(9, at: 7)
        #expect(known[8] == 9)
        #expect(known[7] == 2)
    }
}
