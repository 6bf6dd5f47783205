/// Dates as HTTP writes them: `Tue, 24 Nov 2026 02:11:30 GMT` (RFC 9110 section 5.6.7).
public enum HTTPDate {
    private static let days: [StaticString] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The 29 bytes for a number of seconds since 1970, 0 to the end of the year 9999.
    public static func bytes(unixSeconds: Int) -> [UInt8] {
        let seconds = min(max(unixSeconds, 0), 253_402_300_799)
        let (day, clock) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let date = civil(day)
        var out: [UInt8] = []
        out.reserveCapacity(29)
        append(days[day % 7], to: &out)
        out.append(UInt8(ascii: ","))
        out.append(0x20)
        append(date.day, digits: 2, to: &out)
        out.append(0x20)
        append(months[date.month - 1], to: &out)
        out.append(0x20)
        append(date.year, digits: 4, to: &out)
        out.append(0x20)
        append(clock / 3600, digits: 2, to: &out)
        out.append(UInt8(ascii: ":"))
        append(clock / 60 % 60, digits: 2, to: &out)
        out.append(UInt8(ascii: ":"))
        append(clock % 60, digits: 2, to: &out)
        append(" GMT", to: &out)
        return out
    }

    /// The text of ``bytes(unixSeconds:)``.
    public static func text(unixSeconds: Int) -> String {
        String(decoding: bytes(unixSeconds: unixSeconds), as: UTF8.self)
    }

    /// Year, month and day of a day since 1970, by the 400-year cycle of the Gregorian calendar counted from 1 March 0.
    private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func append(_ text: StaticString, to out: inout [UInt8]) {
        text.withUTF8Buffer { out.append(contentsOf: $0) }
    }

    private static func append(_ value: Int, digits: Int, to out: inout [UInt8]) {
        var divisor = digits == 4 ? 1000 : 10
        while divisor > 0 {
            out.append(UInt8(value / divisor % 10) + 0x30)
            divisor /= 10
        }
    }
}
