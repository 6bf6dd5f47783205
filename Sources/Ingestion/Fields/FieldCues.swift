/// What words near a sum of money say of it.
enum AmountRole: String, Sendable {
    case valuation
    /// What a takeover makes of its target: the value of no other deal.
    case appraisal
    case income, fee, advance, option, unit, former, gain, denied
    /// Rather a share of a sum, or a sum of several deals.
    case part, total
    /// The new figure of a deal that grew or shrank.
    case raised
    /// The same, where the old one may stand beside it: "doubled to".
    case became
    /// A funding round as a whole.
    case round
    /// Says that sums and deals stand in the same order.
    case respective
    /// What the first of two figures, the old one, begins with.
    case from
    /// What the first of two figures, the difference, begins with.
    case step
    /// What the sum pays for.
    case debt, equity, purchase, supply, rent
    /// Words that may follow a sum that leaves its currency out.
    case bare
    /// Says that nobody tells the sum.
    case undisclosed

    /// Whether it says what a sum pays for.
    var isKind: Bool {
        switch self {
        case .debt, .equity, .purchase, .supply, .rent: true
        default: false
        }
    }

    /// Whether a sum in this role is no value of a deal.
    var disqualifies: Bool {
        switch self {
        case .valuation, .appraisal, .income, .fee, .advance, .option, .unit, .former, .gain, .denied: true
        case .part, .total, .raised, .became, .round, .from, .step, .respective, .debt, .equity, .purchase, .supply,
            .rent, .bare, .undisclosed:
            false
        }
    }
}

/// What words near a length of time or a date say of it.
enum TermRole: String, Sendable {
    case multiYear = "multi-year"
    case length, elapsed, renewal, former, start, end, closing, works
    /// Work on a site: neither when it is had nor for how long.
    case building
    /// A start that may lie in the past.
    case began
    /// When a debt must be paid back, or a thing bought arrives.
    case due
    /// Seasons and parts of the year without a number.
    case thisYear = "this-year"
    case nextYear = "next-year"
    case spring, summer, autumn, winter
    /// What stands before two dates that are start and end.
    case span
}

/// How much of something is promised.
enum StageRole: String, Sendable {
    case option, might, more, double, raised, reduced, from, each, whole, same
    /// Says that who gets processors makes them.
    case own
    /// Between processors and their maker.
    case maker
    /// Between processors and the name of their product.
    case named
    /// In a sentence that tells no deal: it goes on about what one brings.
    case coming
    /// Of what somebody had before, has elsewhere or keeps: the deal does not move it.
    case aside
    /// Before what the goods are only compared with, or take the place of.
    case against
    /// Says that a number beside it counts what was named before it.
    case tally
    /// Between a count and what all of it is: "20,000 GPUs, all of them H200s".
    case alike
    /// Between things of one kind.
    case joined
    /// Beside the number that every one of several things holds.
    case apiece
    /// Between what is counted and a part of it that is named: "16,000 GPUs, including H200s".
    case among
    /// Memory, which goes into the processors named behind it.
    case memory
    /// Between the word for a unit and what it is of: "96 racks of GB300 NVL72", "des GPU de la famille Blackwell".
    case sort
    /// Says that who orders processors has designed them.
    case designed
    /// Between a product and how many of it there are in other words: "600 servers of H200s, or 4,800 processors".
    case restated
    /// Before what fills machines or a site: "equipped with", "remplies de".
    case fitted
    /// Of what is put into a site: "will install", "y prendront place".
    case placed
    /// Between a bare number and what it counts: "150 000, des GB300".
    case such
    /// Behind a count that is the most: "10 000 processeurs au plus".
    case most
    /// Before what was told of: "the 512 racks".
    case definite
    /// Says that whoever sells something rents it back.
    case leaseback
}

/// What words near a day say of it.
enum AnnouncementRole: String, Sendable {
    case day, other, recalled, now
    /// As `now`, but of the day told before.
    case same
    /// The past of the past, right before a verb: the deal is recalled, unless somebody says so now.
    case earlierPast = "earlier-past"
    /// Somebody says what follows.
    case says
    /// A verb of agreeing: a purchase recalled so has not been paid yet.
    case agreed
    /// Behind a length of time: so long after or before the day told last.
    case later, earlier
    /// The day after or before the day told last.
    case dayAfter = "day-after"
    case dayBefore = "day-before"
}
