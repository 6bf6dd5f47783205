/// Says whom a noun or pronoun means: a linear model with a few weights for each sort of expression, which
/// `scripts/fit-references` fits to articles in which all of them are marked.
struct ReferenceRanker: Sendable {
    /// By sort and feature, in hundredths.
    private var weights = [[Int32]](
        repeating: [Int32](repeating: 0, count: ReferenceFeature.allCases.count),
        count: ReferenceExpression.Sort.allCases.count)
    /// Whether the table has weights at all; the rules decide where it has none.
    let isFitted: Bool

    /// The letters by which the table names sorts.
    private static let letters: [Character: ReferenceExpression.Sort] = [
        "s": .subject, "p": .possessive, "n": .noun, "r": .part, "c": .people,
    ]

    /// Reads the rows of the table `references`: a feature, and its weights by sort ("s120 p-40").
    ///
    /// - Throws: ``LexiconError`` for an unknown feature or sort, or a weight that is no number.
    init(_ rows: [Row]) throws(LexiconError) {
        isFitted = !rows.isEmpty
        for row in rows {
            guard let feature = ReferenceFeature.names.firstIndex(of: row[0]) else { throw row.unknown(row[0]) }
            for word in row[1].split(separator: " ") {
                guard let sort = word.first.flatMap({ Self.letters[$0] }), let weight = Int32(word.dropFirst()) else {
                    throw row.unknown(String(word))
                }
                weights[sort.rawValue][feature] = weight
            }
        }
    }

    /// How much speaks for somebody, in hundredths of a logit.
    func score(_ features: ReferenceFeatures, _ sort: ReferenceExpression.Sort) -> Int32 {
        weights[sort.rawValue].withUnsafeBufferPointer { weights in
            var sum: Int32 = 0
            var bits = features.bits
            while bits != 0 {
                sum &+= weights[bits.trailingZeroBitCount]
                bits &= bits &- 1
            }
            return sum
        }
    }

    /// From how much on somebody is meant: one time in four, as what reads on weighs who may have a deal by what is said of both,
    /// and finds more of them with a guess than without one. "Its" hardly tells a party, and of "the buyer" the deals themselves
    /// tell more: these are linked where it is likelier than not.
    static func enough(_ sort: ReferenceExpression.Sort) -> Int32 { sort == .possessive || sort == .part ? 0 : -110 }
}
