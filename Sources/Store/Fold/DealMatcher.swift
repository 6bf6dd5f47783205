import Model

/// Decides whether a deal that an article tells is one that the store has.
///
/// Candidates have the same type and a party of each side in common, through aliases and owners. Among them:
/// - a further contract or a part (by the article's own words) is never the same, an amendment always is;
/// - the same sum is the same deal within ``window``; told precisely, also when it is recalled up to three years later
///   without a day of its own;
/// - without a sum on either side, the days must be within ``window``, or the status must move forward within a year;
/// - another sum is the same deal where a plan becomes a contract within a year, where two plans are within ``window``,
///   or where the sums are within a quarter of one another and the days within ``window``;
/// - a cancellation is that of the nearest deal that still stands, within three years.
struct DealMatcher {
    /// A deal of the store.
    struct Candidate {
        var number: Int
        var status: DealStatus
        var day: Day
        var announcedOn: Day?
        var value: Money?
        /// Whether the same article told it when it was read before.
        var isOwn: Bool
    }

    /// What the article tells.
    struct Report {
        var deal: Deal
        /// The day announced, else published, else received.
        var day: Day
        var clue: LineageClue.Kind?
    }

    /// What is to be done with a report.
    struct Decision: Hashable {
        /// The deal that it is, or `nil` for a new one.
        var same: Int?
        /// What a new one is to an older one.
        var tie: StatedDeal.Tie?
    }

    /// How far apart, in days, two reports without further likeness may be.
    static let window = 45
    /// How long, in days, a plan may take to become a contract.
    static let planning = 365
    /// How long, in days, after its announcement a deal may be recalled or cancelled.
    static let lifetime = 3 * 365

    /// The decision on a report.
    static func decide(_ report: Report, among candidates: [Candidate]) -> Decision {
        let nearest = candidates.sorted { first, second in
            (first.isOwn ? 0 : 1, rank(report, first), gap(report, first), first.number)
                < (second.isOwn ? 0 : 1, rank(report, second), gap(report, second), second.number)
        }
        switch report.clue {
        case .amends: return Decision(same: nearest.first { $0.status != .cancelled }?.number)
        case .extends: return Decision(tie: tie(.extends, nearest))
        case .replaces: return Decision(tie: tie(.replaces, nearest))
        case .partOf: return Decision(tie: tie(.partOf, nearest))
        case nil: return Decision(same: nearest.first { isSame(report, $0) }?.number)
        }
    }

    private static func tie(_ kind: Lineage.Kind, _ nearest: [Candidate]) -> StatedDeal.Tie? {
        nearest.first.map { StatedDeal.Tie(kind: kind, deal: $0.number) }
    }

    /// 0 for the same sum, 1 where one is missing, from 2 on for another one, by how many per cent the two differ.
    private static func rank(_ report: Report, _ candidate: Candidate) -> Int {
        guard let told = report.deal.value, let known = candidate.value else { return 1 }
        if Agreement.of(told, known) { return 0 }
        guard told.currency == known.currency else { return 102 }
        let (low, high) = (
            min(told.amount.leading, known.amount.leading), max(told.amount.leading, known.amount.leading)
        )
        return 102 - min(100, low / max(1, high / 100))
    }

    private static func gap(_ report: Report, _ candidate: Candidate) -> Int {
        abs(report.day.number - candidate.day.number)
    }

    private static func isSame(_ report: Report, _ candidate: Candidate) -> Bool {
        if candidate.isOwn { return true }
        let gap = gap(report, candidate)
        if report.deal.status == .cancelled {
            return candidate.status == .cancelled ? gap <= planning : gap <= lifetime
        }
        let isPlan = candidate.status < .signed
        let movesOn = isPlan && report.deal.status > candidate.status && gap <= planning
        switch rank(report, candidate) {
        case 0:
            if movesOn || gap <= window { return true }
            guard isPrecise(report.deal.value), isPrecise(candidate.value) else { return false }
            return (report.deal.announcedOn == nil || candidate.announcedOn == nil) && gap <= lifetime
        case 1: return movesOn || gap <= window
        default:
            if movesOn { return true }
            guard gap <= window else { return false }
            return (isPlan && report.deal.status < .signed) || isClose(report.deal.value, candidate.value)
        }
    }

    private static func isPrecise(_ value: Money?) -> Bool {
        Precision.of(value?.amount) >= 2
    }

    /// Whether the smaller sum is at least three quarters of the larger one.
    private static func isClose(_ left: Money?, _ right: Money?) -> Bool {
        guard let left, let right, left.currency == right.currency else { return false }
        let (low, high) = (
            min(left.amount.leading, right.amount.leading), max(left.amount.leading, right.amount.leading)
        )
        return low >= high / 4 * 3
    }
}
