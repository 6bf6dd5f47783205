/// A date as precise as its source: a year, a month of a year, or a day (the reduced forms of ISO 8601).
public struct PartialDate: Hashable, Sendable, Comparable {
    /// 1 to 9999.
    public let year: Int
    /// 1 to 12, or `nil` where only the year is known.
    public let month: Int?
    /// From 1, or `nil` where only the month is known.
    public let day: Int?

    /// A date with the parts that are known; a day needs a month.
    ///
    /// - Throws: ``ModelError/invalidDate``.
    public init(year: Int, month: Int? = nil, day: Int? = nil) throws(ModelError) {
        guard (1...9999).contains(year), month != nil || day == nil else { throw .invalidDate }
        if let month {
            _ = try Day(year: year, month: month, day: day ?? 1)
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date of a day.
    public init(_ day: Day) {
        (year, month, self.day) = { ($0.year, Optional($0.month), Optional($0.day)) }(day.civil)
    }

    /// A date written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    ///
    /// - Throws: ``ModelError/invalidDate``.
    public init(_ text: String) throws(ModelError) {
        let bytes = Array(text.utf8)
        guard [4, 7, 10].contains(bytes.count) else { throw .invalidDate }
        func number(_ range: Range<Int>) throws(ModelError) -> Int {
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { throw .invalidDate }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        let dashes = bytes.indices.filter { $0 == 4 || $0 == 7 }
        guard dashes.allSatisfy({ bytes[$0] == 0x2D }) else { throw .invalidDate }
        try self.init(
            year: number(0..<4), month: bytes.count >= 7 ? number(5..<7) : nil,
            day: bytes.count == 10 ? number(8..<10) : nil)
    }

    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    public var text: String {
        Self.text(year: year, month: month, day: day)
    }

    /// Orders by year, then month, then day; a missing part comes first.
    public static func < (left: PartialDate, right: PartialDate) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }

    static func text(year: Int, month: Int?, day: Int?) -> String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
        }
        return padded(year, 4) + (month.map { "-" + padded($0, 2) } ?? "") + (day.map { "-" + padded($0, 2) } ?? "")
    }
}
