import Model
import Testing

struct ValueTests {
    @Test func `an interval has an end, no negative one, and the lower below the upper`() throws {
        #expect(throws: ModelError.emptyBounds) { try Bounds(min: nil, max: nil) }
        #expect(throws: ModelError.negative) { try Bounds(min: -1, max: nil) }
        #expect(throws: ModelError.negative) { try Bounds(min: nil, max: -1) }
        #expect(throws: ModelError.reversedBounds) { try Bounds(min: 2, max: 1) }
        #expect(try Bounds(min: 0, max: 0).isExact)
        #expect(try Bounds(min: 5, max: nil).leading == 5)
        #expect(try Bounds(min: 5, max: 9).leading == 9)
        #expect(try !Bounds(min: nil, max: 5).isExact)
    }

    @Test(
        arguments: [
            (5, 7, 7, 9, true), (5, 7, 8, 9, false), (5, nil, nil, 5, true), (5, nil, nil, 4, false),
            (nil, 3, nil, 100, true), (0, 0, 1, nil, false),
        ] as [(Int?, Int?, Int?, Int?, Bool)])
    func `intervals overlap where a number lies in both`(a: Int?, b: Int?, c: Int?, d: Int?, overlaps: Bool) throws {
        let (left, right) = (try Bounds(min: a, max: b), try Bounds(min: c, max: d))
        #expect(left.overlaps(right) == overlaps)
        #expect(right.overlaps(left) == overlaps)
    }

    @Test(arguments: ["usd", "EUR", "Jpy"])
    func `a currency is known by its code in any case`(code: String) throws {
        #expect(try Currency(code).code == code.uppercased())
    }

    @Test(arguments: ["", "US", "USDX", "XXX", "BTC", "EURO"])
    func `what is not a currency in circulation is refused`(code: String) {
        #expect(throws: ModelError.unknownCurrency(code)) { try Currency(code) }
    }

    @Test(arguments: [
        ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2), ("2025-11-03", 20_395, 1),
        ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
    ])
    func `days are counted from 1970`(text: String, number: Int, weekday: Int) throws {
        let day = try Day(text)
        #expect(day.number == number)
        #expect(day.text == text)
        #expect(day.weekday == weekday)
    }

    @Test func `every day of five centuries survives being written and read`() throws {
        var day = try Day("1800-01-01")
        let last = try Day("2299-12-31")
        var count = 0
        while day <= last {
            if try Day(day.text) != day { Issue.record("\(day.text)") }
            day = day.adding(days: 1)
            count += 1
        }
        #expect(count == 182_621)
    }

    @Test(arguments: [
        "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "2025-04-31", "0000-01-01", "1900-02-29", "2025-1-1",
        "2025/01/01", "", "20250101", "2025-01-0x", "２０２５-01-01",
    ])
    func `what is no day is refused`(text: String) {
        #expect(throws: ModelError.invalidDate) { try Day(text) }
    }

    @Test func `a date is as precise as it was given, and orders by what is known`() throws {
        #expect(try PartialDate("2026").text == "2026")
        #expect(try PartialDate("2026-03").text == "2026-03")
        #expect(try PartialDate("2026") < PartialDate("2026-03"))
        #expect(try PartialDate("2026-03") < PartialDate("2026-03-01"))
        #expect(throws: ModelError.invalidDate) { try PartialDate(year: 2026, month: nil, day: 3) }
        #expect(throws: ModelError.invalidDate) { try PartialDate(year: 2026, month: 2, day: 30) }
    }

    @Test func `a term is multi-year by its length, by its dates, or because the source says so`() throws {
        #expect(try !Term(months: 23).multiYear)
        #expect(try Term(months: 24).multiYear)
        #expect(try Term(start: PartialDate("2026"), end: PartialDate("2028")).multiYear)
        #expect(try !Term(start: PartialDate("2026"), end: PartialDate("2027")).multiYear)
        #expect(try Term(multiYear: true).multiYear)
        #expect(throws: ModelError.negative) { try Term(months: 0) }
        #expect(throws: ModelError.reversedTerm) { try Term(start: PartialDate("2027"), end: PartialDate("2026")) }
        #expect(try Term(start: PartialDate("2026-05"), end: PartialDate("2026")).end == PartialDate("2026"))
    }

    @Test(arguments: [(1_200_000, "1200"), (37_500, "37.5"), (1, "0.001"), (100_010, "100.01")])
    func `power is shown in megawatts without trailing zeros`(kilowatts: Int, text: String) throws {
        #expect(try PowerCapacity(kilowatts: kilowatts).megawattText == text)
    }

    @Test func `no power is no capacity`() {
        #expect(throws: ModelError.negative) { try PowerCapacity(kilowatts: 0) }
    }

    @Test(arguments: [
        ("2025-11-03T09:30:00Z", 1_762_162_200_000_000), ("2025-11-03T10:30:00.25+01:00", 1_762_162_200_250_000),
        ("2025-11-03", 1_762_128_000_000_000), ("1969-12-31T23:59:59.999999Z", -1), ("1970-01-01t00:00:00z", 0),
        ("2025-11-03 04:00:00-05:30", 1_762_162_200_000_000),
    ])
    func `moments are read as RFC 3339 writes them`(text: String, microseconds: Int) throws {
        let moment = try Timestamp(text)
        #expect(moment.microseconds == microseconds)
        #expect(try Timestamp(moment.text) == moment)
    }

    @Test(arguments: [
        "2025-11-03T", "2025-11-03T9:30:00Z", "2025-11-03T24:00:00Z", "2025-11-03T09:60:00Z", "2025-11-03T09:30:00",
        "2025-11-03T09:30:00.Z", "2025-11-03T09:30:00Zx", "2025-11-03T09:30:00+1:00", "2025-11-03T09:30:00.1234567Z",
    ])
    func `what is no moment is refused`(text: String) {
        #expect(throws: ModelError.invalidDate) { try Timestamp(text) }
    }

    @Test func `a moment falls on the day that it lies in`() throws {
        #expect(Timestamp(microseconds: -1).day == (try Day("1969-12-31")))
        #expect(Timestamp(microseconds: -86_400_000_000).day == (try Day("1969-12-31")))
        #expect(Timestamp(microseconds: 0).day == (try Day("1970-01-01")))
        #expect(Timestamp(startOf: try Day("2025-11-03")).text == "2025-11-03T00:00:00Z")
    }
}
