import Model

/// Finds the companies that the names of a filter mean.
struct NameResolver {
    let connection: Connection

    /// The numbers of the companies that names, aliases or ids stand for; unknown names stand for none.
    func companies(_ names: [String]) throws(StoreError) -> [Int] {
        var numbers: [Int] = []
        for name in names {
            guard let number = try company(name), !numbers.contains(number) else { continue }
            numbers.append(number)
        }
        return numbers
    }

    /// The same with all that they own.
    func companies(_ filter: PartyFilter) throws(StoreError) -> [Int] {
        var numbers = try companies(filter.names)
        guard filter.includesSubsidiaries else { return numbers }
        var index = 0
        while index < numbers.count {
            let owned = try connection.all(
                "SELECT number FROM company_state WHERE parent = ?1 AND until = \(States.open)", .int(numbers[index])
            ) { row throws(StoreError) in row.int(0) }
            numbers += owned.filter { !numbers.contains($0) }
            index += 1
        }
        return numbers
    }

    /// The company that a name, an alias or an id stands for.
    func company(_ name: String) throws(StoreError) -> Int? {
        if name.hasPrefix(RecordKind.company.prefix) {
            var number = try connection.integer("SELECT number FROM record WHERE id = ?1 AND kind = 2", .text(name))
            for _ in 0..<16 {
                guard let current = number else { break }
                let joined = try connection.integer(
                    "SELECT joined FROM company_state WHERE number = ?1 AND until = \(States.open)", .int(current))
                guard let joined else { return current }
                number = joined
            }
        }
        return try connection.integer(
            "SELECT company_no FROM company_name WHERE key = ?1", .text(TextKeys.name(name)))
    }
}
