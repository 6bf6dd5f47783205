/// A day of the proleptic Gregorian calendar (ISO 8601), without a time zone.
public struct Day: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01.
    public let number: Int

    /// The day that lies `number` days after 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// A day by its date; years 1 to 9999.
    ///
    /// - Throws: ``ModelError/invalidDate``.
    public init(year: Int, month: Int, day: Int) throws(ModelError) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { throw .invalidDate }
        // Days from civil, with years that begin in March so that the leap day comes last.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.number = era * 146_097 + dayOfEra - 719_468
    }

    /// A day written `YYYY-MM-DD`.
    ///
    /// - Throws: ``ModelError/invalidDate``.
    public init(_ text: String) throws(ModelError) {
        let date = try PartialDate(text)
        guard let month = date.month, let day = date.day else { throw .invalidDate }
        try self.init(year: date.year, month: month, day: day)
    }

    /// The date: year, month from 1, day from 1.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The day of the week, Monday = 1 to Sunday = 7 (ISO 8601).
    public var weekday: Int {
        let fromThursday = number % 7
        return (fromThursday + (fromThursday < 0 ? 7 : 0) + 3) % 7 + 1
    }

    /// The day that lies `days` later, or earlier where negative.
    public func adding(days: Int) -> Day {
        Day(number: number + days)
    }

    /// `YYYY-MM-DD`.
    public var text: String {
        let (year, month, day) = civil
        return PartialDate.text(year: year, month: month, day: day)
    }

    public static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }

    /// The number of days of a month, 1 to 12.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
