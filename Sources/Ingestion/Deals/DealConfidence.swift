/// How sure a deal is, from its features: a logistic model whose weights `scripts/fit-confidence` fits and the table
/// `deal_weights` holds, in thousandths.
struct DealConfidence: Sendable {
    private var weights = [Int](repeating: 0, count: DealFeatures.names.count)
    private var bias = 0
    /// The least confidence of a deal that is told, 0 to 1000: where the news stands, and behind it, where a misreading is
    /// more likely than the features say.
    private var (least, leastBehind) = (0, 0)

    /// Reads the table.
    ///
    /// - Throws: ``LexiconError`` for an unknown feature or a weight that is no number.
    init(_ tables: Tables) throws(LexiconError) {
        for row in try tables.common("deal_weights") {
            guard let weight = Int(row[1]) else { throw row.unknown(row[1]) }
            switch row[0] {
            case "bias": bias = weight
            case "least": least = weight
            case "least-behind": leastBehind = weight
            default:
                guard let index = DealFeatures.names.firstIndex(of: row[0]) else { throw row.unknown(row[0]) }
                weights[index] = weight
            }
        }
    }

    /// The confidence, 0 to 1000.
    func confidence(_ features: DealFeatures) -> Int {
        Self.logistic(zip(weights, features.values).reduce(bias) { $0 + $1.0 * $1.1 })
    }

    /// Whether a deal of some confidence is told.
    func tells(_ confidence: Int, _ features: DealFeatures) -> Bool {
        confidence >= (features.isLede ? least : leastBehind)
    }

    /// 1000 / (1 + e^-x) of x thousandths, by straight lines between points half a unit apart.
    private static func logistic(_ x: Int) -> Int {
        let positive = min(abs(x), (points.count - 1) * step)
        let place = min(positive / step, points.count - 2)
        let value = points[place] + (points[place + 1] - points[place]) * (positive - place * step) / step
        return x < 0 ? 1000 - value : value
    }

    private static let points = [500, 622, 731, 818, 881, 924, 953, 971, 982, 989, 993, 996, 998]
    private static let step = 500
}
