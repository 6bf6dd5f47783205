/// Sums that are sentences by themselves, whose next sentence tells what they are: "Number of the week: $3 billion. That is
/// what X will spend by 2030."
struct LoneSums {
    let document: Document
    let entities: Entities
    /// Where the last such sentence begins, and which literal its sum is.
    private var last: (token: Int, literal: Int)?

    /// How many words and marks stand before a sum by itself.
    private static let label = 6

    init(document: Document, entities: Entities) {
        self.document = document
        self.entities = entities
    }

    /// A sentence and its literals, with the sum by itself before it where it has no sum of its own.
    mutating func joined(
        _ sentence: Range<Int>, _ range: Range<Int>, _ literals: [Literal], isFree: Bool
    ) -> (sentence: Range<Int>, literals: Range<Int>) {
        let before = last
        last = nil
        guard range.contains(where: { literals[$0].kind == .money }) else {
            return before.map { ($0.token..<sentence.upperBound, $0.literal..<range.upperBound) } ?? (sentence, range)
        }
        if isFree, range.count == 1, isAlone(literals[range.lowerBound].tokens, in: sentence) {
            last = (sentence.lowerBound, range.lowerBound)
        }
        return (sentence, range)
    }

    /// Whether a sum stands at the end of a sentence that says hardly more: nothing, or a few words and a colon.
    private func isAlone(_ sum: Range<Int>, in sentence: Range<Int>) -> Bool {
        guard sum.lowerBound - sentence.lowerBound <= Self.label, sum.upperBound <= sentence.upperBound else {
            return false
        }
        let isLabelled =
            sum.lowerBound == sentence.lowerBound
            || [.colon, .dash].contains(document.tokens[sum.lowerBound - 1].kind)
        return isLabelled && !(sum.upperBound..<sentence.upperBound).contains { document.tokens[$0].kind == .word }
            && entities.organisations(in: sentence).isEmpty
    }
}
