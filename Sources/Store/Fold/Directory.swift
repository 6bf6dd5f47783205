import Model

/// The companies of the store as they stand now, by number and by name.
final class Directory {
    /// What deals need to know of a company.
    struct Card: Hashable, Sendable {
        var number: Int
        var id: String
        var name: String
        var parent: Int?
        /// The company that it was declared to be the same as.
        var joined: Int?
    }

    private let connection: Connection
    private var cards: [Int: Card] = [:]
    private var numbers: [String: Int] = [:]

    /// A directory that reads through a connection and keeps what it has read.
    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Forgets what was read, after a company has changed or a write was taken back.
    func forget() {
        cards.removeAll()
        numbers.removeAll()
    }

    /// The company that stands for a number: itself, or the one that it was joined to.
    ///
    /// - Throws: ``StoreError/corrupt`` for a number without a company.
    func card(_ number: Int) throws(StoreError) -> Card {
        var card = try own(number)
        var steps = 0
        while let joined = card.joined, steps < Self.depth {
            card = try own(joined)
            steps += 1
        }
        return card
    }

    /// The company that answers to a name, without regard to case, accents and legal form.
    func number(named name: String) throws(StoreError) -> Int? {
        let key = TextKeys.name(name)
        if let known = numbers[key] { return known }
        let found = try connection.integer("SELECT company_no FROM company_name WHERE key = ?1", .text(key))
        if let found {
            if numbers.count >= Self.capacity { numbers.removeAll() }
            numbers[key] = found
        }
        return found
    }

    /// The owners of a company, the nearest first.
    func owners(of number: Int) throws(StoreError) -> [Int] {
        var owners: [Int] = []
        var card = try card(number)
        while let parent = card.parent, owners.count < Self.depth {
            card = try self.card(parent)
            guard card.number != number, !owners.contains(card.number) else { break }
            owners.append(card.number)
        }
        return owners
    }

    /// The topmost owner of a company, or itself.
    func root(of number: Int) throws(StoreError) -> Int {
        if let top = try owners(of: number).last { return top }
        return try card(number).number
    }

    private func own(_ number: Int) throws(StoreError) -> Card {
        if let known = cards[number] { return known }
        let card = try connection.first(
            """
            SELECT s.number, r.id, s.name, s.parent, s.joined FROM company_state s \
            CROSS JOIN record r ON r.kind = 2 AND r.number = s.number WHERE s.number = ?1 ORDER BY s.version DESC LIMIT 1
            """, .int(number)
        ) { row throws(StoreError) in
            Card(
                number: row.int(0), id: row.text(1), name: row.text(2), parent: row.optionalInt(3),
                joined: row.optionalInt(4))
        }
        guard let card else { throw .corrupt }
        if cards.count >= Self.capacity { cards.removeAll() }
        cards[number] = card
        return card
    }

    /// How many companies are kept in memory.
    private static let capacity = 20_000
    /// Where a chain of owners ends at the latest.
    private static let depth = 16
}
