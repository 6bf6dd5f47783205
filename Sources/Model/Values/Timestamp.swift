/// A moment in time, in microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Timestamp: Hashable, Sendable, Comparable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int

    /// The moment so many microseconds after 1970-01-01T00:00:00Z.
    public init(microseconds: Int) {
        self.microseconds = microseconds
    }

    /// The first moment of a day, in UTC.
    public init(startOf day: Day) {
        self.microseconds = day.number * Self.perDay
    }

    /// A moment written as in RFC 3339: `2025-11-03T09:30:00Z`, with up to six decimals of a second, an offset such as
    /// `+01:00` instead of `Z`, or a bare day, which is its first moment in UTC.
    ///
    /// - Throws: ``ModelError/invalidDate``.
    public init(_ text: String) throws(ModelError) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10 else { throw .invalidDate }
        let day = try Day(String(decoding: bytes[..<10], as: UTF8.self))
        guard bytes.count > 10 else {
            self.init(startOf: day)
            return
        }
        var scanner = ClockScanner(bytes: bytes[10...])
        let sinceMidnight = try scanner.timeOfDay()
        self.init(microseconds: day.number * Self.perDay + sinceMidnight)
    }

    /// `YYYY-MM-DDThh:mm:ss.ffffffZ`; the decimals are left out where they are all zero.
    public var text: String {
        let sinceMidnight = ((microseconds % Self.perDay) + Self.perDay) % Self.perDay
        let day = Day(number: (microseconds - sinceMidnight) / Self.perDay)
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
        }
        let seconds = sinceMidnight / 1_000_000
        let rest = sinceMidnight % 1_000_000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
        return day.text + "T" + clock + (rest == 0 ? "" : "." + padded(rest, 6)) + "Z"
    }

    /// The day that it falls on, in UTC.
    public var day: Day {
        Day(number: microseconds >= 0 ? microseconds / Self.perDay : (microseconds + 1) / Self.perDay - 1)
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }

    static let perDay = 86_400_000_000
}

/// Reads the part of an RFC 3339 date-time behind the day.
private struct ClockScanner {
    var bytes: ArraySlice<UInt8>

    /// Microseconds since midnight UTC of the written day.
    mutating func timeOfDay() throws(ModelError) -> Int {
        guard let mark = bytes.popFirst(), [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(mark)
        else {
            throw .invalidDate
        }
        let hour = try pair(upTo: 23)
        try expect(UInt8(ascii: ":"))
        let minute = try pair(upTo: 59)
        try expect(UInt8(ascii: ":"))
        let second = try pair(upTo: 59)
        var value = ((hour * 60 + minute) * 60 + second) * 1_000_000
        if bytes.first == UInt8(ascii: ".") {
            bytes.removeFirst()
            value += try fraction()
        }
        return value - (try offset()) * 60_000_000
    }

    private mutating func expect(_ byte: UInt8) throws(ModelError) {
        guard bytes.popFirst() == byte else { throw .invalidDate }
    }

    private mutating func digit() throws(ModelError) -> Int {
        guard let byte = bytes.popFirst(), (0x30...0x39).contains(byte) else { throw .invalidDate }
        return Int(byte - 0x30)
    }

    private mutating func pair(upTo limit: Int) throws(ModelError) -> Int {
        let value = try digit() * 10 + digit()
        guard value <= limit else { throw .invalidDate }
        return value
    }

    private mutating func fraction() throws(ModelError) -> Int {
        var value = try digit()
        var scale = 100_000
        value *= scale
        while let byte = bytes.first, (0x30...0x39).contains(byte) {
            bytes.removeFirst()
            scale /= 10
            guard scale > 0 else { throw .invalidDate }
            value += Int(byte - 0x30) * scale
        }
        return value
    }

    /// Minutes east of UTC.
    private mutating func offset() throws(ModelError) -> Int {
        guard let mark = bytes.popFirst() else { throw .invalidDate }
        if mark == UInt8(ascii: "Z") || mark == UInt8(ascii: "z") {
            guard bytes.isEmpty else { throw .invalidDate }
            return 0
        }
        guard mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-") else { throw .invalidDate }
        let hours = try pair(upTo: 23)
        try expect(UInt8(ascii: ":"))
        let minutes = hours * 60 + (try pair(upTo: 59))
        guard bytes.isEmpty else { throw .invalidDate }
        return mark == UInt8(ascii: "-") ? -minutes : minutes
    }
}
