/// An exact number: `mantissa * 10^exponent / divisor`.
struct ScaledNumber: Hashable, Sendable {
    var mantissa: Int
    var exponent = 0
    var divisor = 1

    init(_ mantissa: Int, exponent: Int = 0, divisor: Int = 1) {
        self.mantissa = mantissa
        self.exponent = exponent
        self.divisor = divisor
    }

    /// The nearest double; exact for whole numbers below 2^53.
    var value: Double {
        var value = Double(mantissa)
        if exponent > 0 { value *= Self.power(exponent) }
        if exponent < 0 { value /= Self.power(-exponent) }
        return divisor == 1 ? value : value / Double(divisor)
    }

    /// Multiplied by a whole number; `nil` where the result does not fit.
    func times(_ factor: Int) -> ScaledNumber? {
        var rest = factor
        var result = self
        while rest >= 10, rest % 10 == 0 {
            rest /= 10
            result.exponent += 1
        }
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: rest)
        guard !overflow, result.exponent < Self.limit else { return nil }
        result.mantissa = product
        return result
    }

    /// Plus a fraction of a whole number: `factor * numerator / denominator`; only for whole numbers.
    func adding(_ numerator: Int, over denominator: Int, of factor: Int) -> ScaledNumber? {
        guard exponent >= 0, divisor == 1 else { return nil }
        var whole = mantissa
        for _ in 0..<exponent {
            let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            whole = product
        }
        let (scaled, first) = whole.multipliedReportingOverflow(by: denominator)
        let (part, second) = factor.multipliedReportingOverflow(by: numerator)
        let (sum, third) = scaled.addingReportingOverflow(part)
        guard !first, !second, !third else { return nil }
        return sum % denominator == 0
            ? ScaledNumber(sum / denominator) : ScaledNumber(sum, divisor: denominator)
    }

    /// Exponents from here on are no amounts of anything.
    private static let limit = 40

    static func power(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
