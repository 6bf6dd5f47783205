import Model

/// Collects the words behind the fields of a folded deal. Pointers to parties and allocations are turned to their places
/// in the folded record; words for a value that is not the one shown are left to the conflicts.
struct FoldedEvidence {
    let parties: [PartyFold.Member]
    let allocations: [StatedDeal.Allocation]
    let conflicts: [FieldConflict]
    let directory: Directory

    /// The evidence of all claims, those that came first first, at most ``limit`` for a field.
    func collect(_ voices: [(claim: DealClaim, source: Int)]) throws(StoreError) -> [SourcedEvidence] {
        var evidence: [SourcedEvidence] = []
        var counts: [String: Int] = [:]
        for voice in voices {
            guard let article = voice.claim.article else { continue }
            for assertion in voice.claim.assertions {
                guard let span = assertion.span, let rule = assertion.rule,
                    let field = try place(assertion.field, in: voice.claim.stated),
                    !isContradicted(field, by: voice.source), counts[field, default: 0] < Self.limit
                else { continue }
                counts[field, default: 0] += 1
                evidence.append(
                    SourcedEvidence(
                        article: article.id, field: field, span: span, quote: article.quote(span), rule: rule))
            }
        }
        return evidence
    }

    /// How many passages are kept for one field, so that a record that a hundred articles tell stays readable.
    static let limit = 3

    private func isContradicted(_ field: String, by source: Int) -> Bool {
        conflicts.contains { $0.source == source && (field == $0.field || field.hasPrefix($0.field + "/")) }
    }

    /// The pointer into the folded record, or `nil` where what it points to is no part of it.
    private func place(_ field: String, in stated: StatedDeal) throws(StoreError) -> String? {
        if let (index, rest) = Self.split(field, Field.parties) {
            guard let party = stated.parties?.element(index) else { return nil }
            let number = try directory.card(party.company).number
            let owners = try directory.owners(of: number)
            var place: Int?
            for (index, member) in parties.enumerated() where member.party.role == party.role {
                let isOwner = try directory.owners(of: member.number).contains(number)
                if member.number == number || owners.contains(member.number) || isOwner { place = place ?? index }
            }
            return place.map { Field.element(Field.parties, $0) + rest }
        }
        if let (index, rest) = Self.split(field, Field.allocations) {
            guard let allocation = stated.allocations?.element(index) else { return nil }
            let place = allocations.firstIndex { $0.number == allocation.number }
            return place.map { Field.element(Field.allocations, $0) + rest }
        }
        return field
    }

    /// The index behind a list field's pointer and what follows it.
    static func split(_ field: String, _ list: String) -> (index: Int, rest: String)? {
        guard field.hasPrefix(list + "/") else { return nil }
        let tail = field.utf8.dropFirst(list.utf8.count + 1)
        let digits = tail.prefix { (0x30...0x39).contains($0) }
        guard let index = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        return (index, String(decoding: tail.dropFirst(digits.count), as: UTF8.self))
    }
}

extension Array {
    /// The element at an index, or `nil` outside.
    fileprivate func element(_ index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
