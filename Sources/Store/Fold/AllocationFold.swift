import Model

/// The allocations of a deal, from all its claims; the same product, maker, unit and stage is one allocation.
struct AllocationFold {
    /// The allocations, in order of first mention.
    let allocations: [StatedDeal.Allocation]
    /// Counts that stand against those shown.
    let conflicts: [FieldConflict]

    /// Unites the allocations of claims, oldest first; the last edit that names allocations decides alone.
    init(_ voices: [(claim: DealClaim, source: Int)]) {
        let edit = voices.filter { $0.claim.isEdit && $0.claim.stated.allocations != nil }
            .max { $0.claim.number < $1.claim.number }
        var order: [Int] = []
        var offers: [Int: [Offer<Allocation>]] = [:]
        for voice in edit.map({ [$0] }) ?? voices {
            for stated in voice.claim.stated.allocations ?? [] {
                if offers[stated.number] == nil { order.append(stated.number) }
                let weights =
                    [
                        Precision.firmness(voice.claim.stated.status), Precision.of(stated.allocation.count),
                    ] + voice.claim.moment
                offers[stated.number, default: []].append(
                    Offer(value: stated.allocation, source: voice.source, weights: weights))
            }
        }
        var allocations: [StatedDeal.Allocation] = []
        var conflicts: [FieldConflict] = []
        for number in order {
            guard let rivals = offers[number], let shown = Offer.best(rivals)?.value else { continue }
            for rival in rivals {
                guard let count = rival.value?.count, let best = shown.count, !count.overlaps(best) else { continue }
                let index = allocations.count
                conflicts.append(
                    FieldConflict(
                        field: Field.element(Field.allocations, index), claim: .count(allocation: index, count),
                        source: rival.source))
            }
            allocations.append(StatedDeal.Allocation(number: number, allocation: shown))
        }
        self.allocations = allocations
        self.conflicts = conflicts
    }

    /// What two allocations of one deal must share to be the same.
    static func isSame(_ left: Allocation, _ right: Allocation) -> Bool {
        func key(_ name: String?) -> String { name.map(TextKeys.name) ?? "" }
        return left.unit == right.unit && left.stage == right.stage && key(left.product) == key(right.product)
            && key(left.vendor) == key(right.vendor)
    }
}
