/// An electrical capacity, in whole kilowatts; records show it in megawatts.
public struct PowerCapacity: Hashable, Sendable, Comparable {
    /// Kilowatts, above zero.
    public let kilowatts: Int

    /// A capacity in kilowatts.
    ///
    /// - Throws: ``ModelError/negative`` at zero or below.
    public init(kilowatts: Int) throws(ModelError) {
        guard kilowatts > 0 else { throw .negative }
        self.kilowatts = kilowatts
    }

    public static func < (left: PowerCapacity, right: PowerCapacity) -> Bool {
        left.kilowatts < right.kilowatts
    }

    /// The capacity in megawatts as a decimal number without trailing zeros: `1200`, `37.5`.
    public var megawattText: String {
        let rest = kilowatts % 1000
        guard rest > 0 else { return "\(kilowatts / 1000)" }
        var decimals = "\(1000 + rest)".dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(kilowatts / 1000).\(decimals)"
    }
}
