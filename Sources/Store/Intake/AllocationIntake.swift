import Model

/// Finds the numbers of a deal's allocations, and mints new ones.
struct AllocationIntake {
    let desk: Desk

    /// The numbers of allocations: those that the deal has already, or new ones.
    func numbers(_ allocations: [Allocation], of deal: Int?, _ event: Event) throws(StoreError) -> [Int] {
        guard !allocations.isEmpty else { return [] }
        var existing: [StatedDeal.Allocation] = []
        if let deal {
            let standing = try Standing(desk.log, RecordRef(kind: .deal, number: deal), upTo: event.number)
            for claim in standing.all { existing += try StatedDeal(claim.assertions).allocations ?? [] }
        }
        var numbers: [Int] = []
        for allocation in allocations {
            let same = existing.first {
                AllocationFold.isSame($0.allocation, allocation) && !numbers.contains($0.number)
            }
            if let same {
                numbers.append(same.number)
            } else {
                numbers.append(try desk.ledger.mint(.allocation, event: event).number)
            }
        }
        return numbers
    }
}
