/// The entities of a text by their row of the catalogue: few enough that a search is faster than hashing.
struct EntityRows: Sendable {
    /// By row.
    private var entries: [(row: Int, entity: Int)] = []

    /// Of several entities of a row the first counts.
    init(_ entities: [Entity]) {
        for index in entities.indices {
            guard let row = entities[index].catalogueRow else { continue }
            insert(index, at: row)
        }
    }

    /// The entity of a row; `nil` where the text names none.
    subscript(row: Int) -> Int? {
        let place = place(of: row)
        return place < entries.count && entries[place].row == row ? entries[place].entity : nil
    }

    /// Enters the entity of a row, where there is none yet.
    mutating func insert(_ entity: Int, at row: Int) {
        let place = place(of: row)
        if place < entries.count, entries[place].row == row { return }
        if entries.isEmpty { entries.reserveCapacity(Self.usual) }
        entries.insert((row, entity), at: place)
    }

    /// As many as most texts name.
    private static var usual: Int { 8 }

    private func place(of row: Int) -> Int { entries.partitioningIndex { $0.row >= row } }
}
