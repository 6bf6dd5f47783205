import Model

extension AllocationRows {
    /// Tells what one company rents out of the deal in which it buys it as well, where that one names no goods of its own: "A will
    /// give B access to GB300s; it buys the chips from C".
    func share() {
        for supply in rows.indices where context.candidates[supply].type == .hardware && isOpen(supply) {
            let buyers = entities(supply, .customer)
            guard !buyers.isEmpty else { continue }
            let rental = rows.indices.first { rental in
                context.candidates[rental].type == .compute && !rows[rental].isEmpty
                    && entities(rental, .provider).contains(where: buyers.contains)
            }
            let rented = rental.map { goods(of: $0, for: supply) } ?? []
            if !rented.isEmpty { rows[supply] = rented }
        }
    }

    /// Whether a deal says no more of its goods than "the chips".
    private func isOpen(_ supply: Int) -> Bool {
        rows[supply].allSatisfy { $0.product == nil && $0.count == nil && $0.unit == .accelerator }
    }

    /// What a rental says of the goods, without their number, as far as a supplier may have them.
    private func goods(of rental: Int, for supply: Int) -> [AllocationRow] {
        let (buyers, sellers) = (names(supply, .customer), names(supply, .provider))
        return rows[rental].filter { row in
            guard row.product != nil, row.count == nil, row.stage == .committed, let vendor = row.vendor else {
                return false
            }
            return !buyers.contains(vendor)
                && sellers.allSatisfy { $0 == vendor || !lexicon.isChipmaker($0) }
        }
    }

    private func entities(_ deal: Int, _ role: Role) -> [Int] {
        context.candidates[deal].parties.filter { $0.role == role }.map(\.entity)
    }

    private func names(_ deal: Int, _ role: Role) -> [String] {
        entities(deal, role).map { context.entities.all[$0].tableName }
    }
}
