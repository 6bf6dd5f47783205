import Model

/// A state of a deal, ready for its tables.
struct DealState {
    var number: Int
    var event: Event
    var deal: FoldedDeal
    var day: Day
    /// Whether it was withdrawn or joined to another one.
    var isGone: Bool
    /// The deal that it was joined to.
    var joined: Int?
    var members: [PartyFold.Member]
    var allocations: [Int]
    var articles: Set<Int>

    /// The values of the columns of `deal_state` behind `until`.
    func columns(wire: [UInt8]) -> [SQLValue] {
        let bounds = deal.deal.value?.amount
        return [
            .int(event.number), .int(deal.createdAt.microseconds), SQLValue(isGone), SQLValue(joined),
            .text(deal.deal.type.rawValue), .text(deal.deal.status.rawValue), SQLValue(deal.deal.isBinding),
            .text(deal.review.rawValue), .int(day.number), SQLValue(deal.deal.announcedOn?.number),
            SQLValue(deal.deal.value?.currency.code), SQLValue(bounds?.min ?? bounds?.max),
            SQLValue(bounds?.max ?? bounds?.min), SQLValue(deal.deal.power?.kilowatts),
            SQLValue(deal.deal.term?.months), SQLValue(deal.deal.term?.end.map(Self.dayNumber)),
            .int(Self.bits(deal.deal.purposes)), .int(deal.confidence), .int(deal.sources.count),
            .int(deal.independentSources), .int(deal.conflicts.count), .utf8(wire),
        ]
    }

    /// Purposes as bits, in the order of their cases.
    static func bits(_ purposes: [Purpose]) -> Int {
        Purpose.allCases.enumerated().reduce(0) { bits, item in
            purposes.contains(item.element) ? bits | 1 << item.offset : bits
        }
    }

    /// Roles as bits, in the order of their cases.
    static func bits(_ roles: Set<Role>) -> Int {
        Role.allCases.enumerated().reduce(0) { bits, item in
            roles.contains(item.element) ? bits | 1 << item.offset : bits
        }
    }

    /// The first day of a partial date.
    private static func dayNumber(_ date: PartialDate) -> Int {
        (try? Day(year: date.year, month: date.month ?? 1, day: date.day ?? 1).number) ?? 0
    }

    /// What a search finds it by: its type, the names of its parties and products, the headlines and the words behind it.
    var searchText: String {
        var parts = [deal.deal.type.rawValue]
        parts += deal.parties.flatMap { [$0.party.company] + $0.party.also }
        parts += deal.deal.allocations.flatMap { [$0.product, $0.vendor].compactMap(\.self) }
        parts += deal.sources.compactMap(\.title)
        parts += deal.evidence.map(\.quote)
        parts += deal.deal.purposes.map(\.rawValue)
        return Set(parts).sorted().joined(separator: "\n")
    }
}
