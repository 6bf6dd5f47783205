import Model

/// Reads the electrical capacity of a deal.
struct PowerReader: Sendable {
    private let stages: CueTable<StageRole>

    init(_ stages: CueTable<StageRole>) {
        self.stages = stages
    }

    /// The capacity of each deal.
    func capacities(_ context: FieldContext) -> [Reading<PowerCapacity>?] {
        var found = [[Reading<Int>]].filled(with: [], count: context.candidates.count)
        let indexes = context.literals(of: .power)
        for place in indexes.indices {
            let literal = context.literals[indexes[place]]
            guard !context.isQuoted(literal.tokens), var kilowatts = kilowatts(literal) else { continue }
            let matches = stages.matches(
                at: literal.tokens, of: context.document, limits: context.limits(indexes, place))
            guard !isApart(matches) else { continue }
            if matches.contains(where: { $0.role == .each && !$0.isBefore }),
                let count = count(before: literal, context)
            {
                kilowatts *= count
            }
            guard let claim = context.scopes.claims(on: literal.tokens, fits: \.hasCapacity).first,
                claim.score >= Self.least
            else { continue }
            found[claim.deal].append(
                Reading(value: kilowatts, tokens: literal.tokens, rule: literal.rule, score: claim.score))
        }
        return found.map(Self.best)
    }

    /// The figure: `nil` for an order of magnitude.
    private func kilowatts(_ literal: Literal) -> Int? {
        guard let figure = literal.max ?? literal.min else { return nil }
        if let min = literal.min, let max = literal.max, max > min * Self.rough { return nil }
        let kilowatts = (figure * 1000).rounded()
        return kilowatts >= 1 && kilowatts < 1e12 ? Int(kilowatts) : nil
    }

    /// Whether a capacity is only possible, or that of a company at large.
    private func isApart(_ matches: [CueTable<StageRole>.Match]) -> Bool {
        matches.contains { $0.role == .option || $0.role == .more || $0.role == .whole }
    }

    /// A small number before a capacity ("two reactors of 170 MW each").
    private func count(before literal: Literal, _ context: FieldContext) -> Int? {
        let sentence = context.document.sentence(of: literal.tokens.lowerBound).lowerBound
        let floor = max(sentence, literal.tokens.lowerBound - 8)
        let near = context.literals(in: floor..<literal.tokens.lowerBound)
        let number = context.literals[near].last { $0.kind == .number }
        guard let value = number?.min, value == number?.max, value >= 2, value <= 50 else { return nil }
        return Int(value)
    }

    /// The largest of the figures that are about as sure as the surest one: the parts of a capacity are smaller.
    private static func best(_ readings: [Reading<Int>]) -> Reading<PowerCapacity>? {
        guard let top = readings.map(\.score).max() else { return nil }
        let best = readings.filter { $0.score + spread >= top }.max { $0.value < $1.value }
        guard let best, let power = try? PowerCapacity(kilowatts: best.value) else { return nil }
        return Reading(value: power, tokens: best.tokens, rule: best.rule, score: best.score)
    }

    /// From how many times the lower end on a range is only an order of magnitude.
    private static let rough = 3.0
    private static let least = 45
    private static let spread = 20
}
