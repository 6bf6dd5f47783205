/// Adds up a number in words, from the greatest scale to the least: "two million three hundred and six".
struct NumeralSum {
    /// What the finished scales make.
    private(set) var total = 0
    /// What stands before the next scale.
    private(set) var group = 0
    /// The smallest place filled in the group: 1, 10, 20 (a ten that takes a teen), 100; `empty` at its start.
    private(set) var place = Self.empty
    /// The last scale, `Int.max` before the first one.
    private(set) var lastScale = Int.max
    /// The product of scales that apply to the whole number; 1 where they differ.
    private(set) var scale = 1

    static let empty = 1000

    /// A group given in digits: takes nothing smaller.
    mutating func set(_ value: Int) {
        group = value
        place = 0
    }

    /// Adds a word below a hundred, if there is room for it.
    mutating func add(_ word: NumberWord) -> Bool {
        switch word.kind {
        case .unit, .couple:
            guard place >= 10, !(place == Self.empty && group > 0), word.value > 0 || place == Self.empty else {
                return false
            }
        case .teen: guard place == 20 || place >= 100 else { return false }
        case .ten, .score: guard place >= 100 else { return false }
        default: return false
        }
        group += word.value
        place = word.kind == .ten ? 10 : word.kind == .score ? 20 : 1
        return true
    }

    /// One behind a ten or a hundred: "vingt et un".
    mutating func addOne() -> Bool {
        guard place == 10 || place == 20 || place == 100 else { return false }
        group += 1
        place = 1
        return true
    }

    /// "Hundred" behind one to ninety-nine, or alone; a count in digits may be any.
    mutating func hundred() -> Bool {
        guard place == 0 ? group > 0 : (group < 100 && place != 100) else { return false }
        let (product, overflow) = Swift.max(group, 1).multipliedReportingOverflow(by: 100)
        guard !overflow else { return false }
        group = product
        place = 100
        return true
    }

    /// A scale word: closes the group, or multiplies all where it is greater than the last one.
    mutating func multiply(_ value: Int) -> Bool {
        let isGreater = value >= lastScale
        let base = isGreater ? total + group : Swift.max(group, total == 0 || group > 0 ? 1 : 0)
        guard base > 0 || (group == 0 && total == 0), !(group == 0 && total > 0 && !isGreater) else { return false }
        let (product, first) = base.multipliedReportingOverflow(by: value)
        let (sum, second) = (isGreater ? 0 : total).addingReportingOverflow(product)
        guard !first, !second else { return false }
        scale = isGreater ? (scale > 1 ? scale.multipliedReportingOverflow(by: value).partialValue : value) : value
        total = sum
        group = 0
        place = Self.empty
        lastScale = isGreater ? lastScale : value
        if isGreater { lastScale = value }
        return true
    }

    /// Whether a scale has just closed a group.
    var isClosed: Bool { place == Self.empty && group == 0 && total > 0 }

    var value: Int? {
        let (sum, overflow) = total.addingReportingOverflow(group)
        return overflow ? nil : sum
    }
}
