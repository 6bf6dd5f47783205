import Model

/// An amount, number, date, duration or quantity in a text.
struct Literal: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case number, money, date, duration, quantity
        /// Electrical capacity; its numbers are megawatts.
        case power

        /// Its place among all.
        var place: Int {
            switch self {
            case .number: 0
            case .money: 1
            case .date: 2
            case .duration: 3
            case .quantity: 4
            case .power: 5
            }
        }

        /// Its bit in a set of kinds.
        var mask: UInt64 { 1 << UInt64(place) }
    }

    /// How precise a date is; weeks run from Monday to Sunday.
    enum Grain: String, Sendable {
        case day, week, month, quarter, half, year
    }

    var kind: Kind
    /// Its tokens, with its bound words ("more than") where it has them.
    var tokens: Range<Int>
    /// The lower end, `nil` where open. Of a date: `nil` (see `days`).
    var min: Double?
    /// The upper end, `nil` where open.
    var max: Double?
    /// Money: the ISO 4217 code. Duration: hour, day, week, month, quarter, year. Quantity: its unit. Date: its grain.
    var unit: String?
    /// First and last day of a date.
    var days: ClosedRange<Day>?
    /// The grain of a date.
    var grain: Grain?
    /// A date without a year of its own ("on June 3", "Friday", "in July"): its year was reckoned.
    var relative = false
    /// An amount for each of these ("a year", "par an"): month, quarter, year; `nil` for a total.
    var per: String?
    /// An order of magnitude ("hundreds of thousands", "several hundred"): its ends are not figures that were given.
    var isOrder = false
    /// The unit of measure that the name of the currency is as well ("20 pounds").
    var otherUnit: String?
    /// The id of the rule that read it.
    var rule: String

    /// How its numbers are written.
    enum Shape: Int, CaseIterable {
        case bounded, range, order, scaled, plain

        private static let rules = Kind.allCases.map { kind in
            allCases.map { "literal.\(kind.rawValue).\($0)" }
        }

        /// The id of the rule that reads a literal of a kind so.
        func rule(_ kind: Kind) -> String { Self.rules[kind.place][rawValue] }
    }

    /// Both ends in whole units, as records keep them; `nil` where the number does not fit.
    var bounds: Bounds? {
        func whole(_ value: Double?) -> Int?? {
            guard let value else { return .some(nil) }
            let rounded = value.rounded()
            return abs(rounded) < 9e18 ? .some(Int(rounded)) : nil
        }
        guard let low = whole(min), let high = whole(max) else { return nil }
        return try? Bounds(min: low, max: high)
    }
}
