import Model

/// The claims that a record consists of: its own and those of records that it absorbed, without what was taken back or
/// taken over by another record.
struct Standing {
    /// The claims that hold, oldest first.
    private(set) var claims: [Claim] = []
    /// The same with those that were taken back or taken over.
    private(set) var all: [Claim] = []
    /// Whether an editor has taken the record away.
    private(set) var isWithdrawn = false
    /// The record that it was joined to.
    private(set) var joined: Int?

    /// A record that one claim has just made.
    init(_ claim: Claim) {
        claims = [claim]
        all = [claim]
    }

    /// Where a record stands as of an event.
    init(_ log: ClaimLog, _ record: RecordRef, upTo event: Int) throws(StoreError) {
        let own = try log.claims(on: record, upTo: event)
        for claim in own {
            switch claim.verb {
            case .withdraws: isWithdrawn = true
            case .joins: joined = claim.target
            case .leaves: joined = nil
            default: continue
            }
        }
        var visited: Set<Int> = [record.number]
        try gather(own, of: record, log, event, &visited)
        claims.sort { $0.number < $1.number }
        all.sort { $0.number < $1.number }
    }

    private mutating func gather(
        _ own: [Claim], of record: RecordRef, _ log: ClaimLog, _ event: Int, _ visited: inout Set<Int>
    ) throws(StoreError) {
        let retracted = Set(own.compactMap { $0.verb == .retracts ? $0.target : nil })
        // A record with one claim cannot have lost it to another one.
        let takers = own.count > 1 ? try log.takers(of: own, upTo: event) : [:]
        for claim in own where claim.verb == .states {
            all.append(claim)
            let taker = takers[claim.number]
            if !retracted.contains(claim.number), taker == nil || taker == record.number { claims.append(claim) }
        }
        for claim in own where claim.verb == .takes {
            guard let target = claim.target, let taken = try log.claim(target) else { continue }
            let last = try log.takers(of: [taken], upTo: event)[target]
            all.append(taken)
            if last == record.number { claims.append(taken) }
        }
        var absorbed: [Int] = []
        for claim in own {
            guard let target = claim.target else { continue }
            if claim.verb == .absorbs { absorbed.append(target) }
            if claim.verb == .releases { absorbed.removeAll { $0 == target } }
        }
        for number in absorbed where visited.insert(number).inserted {
            let other = RecordRef(kind: record.kind, number: number)
            try gather(try log.claims(on: other, upTo: event), of: other, log, event, &visited)
        }
    }
}
