/// How folded tables place a state in time.
enum States {
    /// The end of a state that still holds; the migration's partial indexes name the same number.
    static let open = Int.max
    /// The condition of current, living states, letter by letter as the partial indexes have it.
    static let current = "until = 9223372036854775807 AND gone = 0"
}

/// How a row of the hot list is keyed: company, day and deal in one integer, so that a company's deals lie side by side in
/// the table itself, newest last. Rows of this size in a table without row ids would spill to overflow pages.
enum Slot {
    /// The slot of a deal in a company's list.
    static func pack(company: Int, day: Int, deal: Int) -> Int {
        company << 43 | clamped(day) << 26 | deal
    }

    /// The first and the last slot of a company.
    static func range(company: Int) -> ClosedRange<Int> {
        company << 43...(company << 43 | (1 << 43 - 1))
    }

    /// The day and the deal of a slot.
    static func unpack(_ slot: Int) -> (day: Int, deal: Int) {
        ((slot >> 26 & 0x1FFFF) - epoch, slot & 0x3FF_FFFF)
    }

    /// Days are kept from 1900-01-01 to 2258-11-10; a day outside counts as the nearest one inside.
    static func clamped(_ day: Int) -> Int {
        min(max(day + epoch, 0), 0x1FFFF)
    }

    /// 1900-01-01 in days before 1970-01-01.
    private static let epoch = 25_567
}

/// How `company_count` counts.
enum CompanyCount {
    /// The number of no company: its row counts all deals.
    static let all = 0
}
