import Model

/// Reads what a sentence tells by a figure and two companies alone, where no trigger says how: "A lets B have 64 MW of
/// its pumped storage". What moves tells the type, and the kinds of the companies tell their roles.
struct PairReader {
    let context: DealContext
    let groups: [ArgumentGroup]
    let sentence: Range<Int>
    let surroundings: StatusReader.Surroundings

    private var weights: ReadingWeights { context.lexicon.weights }

    /// What two companies and a figure may tell.
    private struct Guess {
        let type: DealType
        let first: ArgumentGroup
        let second: ArgumentGroup
        let score: Int
        let votes: ObjectVotes
    }

    /// The events, one for each figure that no event of the sentence stands for; where somebody parts with something
    /// (`isParting`), a stake is no new one. Where the news stands a figure is it, later on it is more often a remark.
    func events(beside told: [DealEvent], isParting: Bool) -> [DealEvent] {
        func isNamed(_ group: ArgumentGroup) -> Bool {
            !group.isPossessive && !group.modifies && !group.mentions.isEmpty
        }
        guard groups.count > 1, context.document.isLede(sentence.lowerBound),
            (2...Self.most).contains(groups.count(where: isNamed))
        else { return [] }
        let figures = figures()
        guard !figures.isEmpty else { return [] }
        let named = groups.filter(isNamed)
        let full = told.filter(\.isComplete)
        return figures.compactMap { index in
            guard let guess = best(at: index, named, full), !isParting || guess.type != .investment else { return nil }
            return event(guess, index)
        }
    }

    /// What a sentence tells of the company that its paragraph is headed by: one side, by what moves.
    func event(of heading: EntityMention) -> DealEvent? {
        guard let index = figures().first else { return nil }
        let tokens = context.literals[index].tokens
        let votes = ObjectVotes(context.nouns(in: sentence), around: tokens, context.marks, weights)
        let isPower = context.literals[index].kind == .power
        var best: (type: DealType, side: Int, score: Int)?
        for type in Self.types {
            let vote = votes[type] + (isPower && type == .power ? weights[.electric] : 0)
            for side in 0...1 {
                let prior = context.priors.weight(heading.entity, type, side: side)
                let score = weights[.prior] * prior + min(weights[.pairVoteCap], weights[.voteUnit] * vote)
                if prior > 0, vote > 0, score > best?.score ?? .min { best = (type, side, score) }
            }
        }
        guard let best else { return nil }
        let party = ArgumentGroup(
            mentions: [heading], slot: nil, start: heading.tokens.lowerBound, isPossessive: false, modifies: false,
            followsNoun: false, tokens: heading.tokens)
        var nobody = party
        nobody.mentions = []
        let sides = best.side == 0 ? (party, nobody) : (nobody, party)
        return event(
            Guess(type: best.type, first: sides.0, second: sides.1, score: weights[.headed] + best.score, votes: votes),
            index)
    }

    /// What a figure and two companies may tell.
    private static let types = DealType.allCases.filter { $0 != .partnership && $0 != .acquisition }

    /// How many groups a sentence may have for its pairs to tell anything.
    private static let most = 5

    /// The sums and capacities of the sentence that may be a deal's, by index.
    private func figures() -> [Int] {
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        var figures: [Int] = []
        for index in first..<context.literals.count {
            let (kind, token) = (context.literals[index].kind, context.literals[index].tokens.lowerBound)
            guard token < sentence.upperBound else { break }
            guard kind == .power || kind == .money, !context.excluded.contains(index), !context.isQuoted(token) else {
                continue
            }
            if kind == .power || context.literals[index].bounds?.leading ?? 0 >= Self.least { figures.append(index) }
        }
        return figures
    }

    /// Below this a sum is the price of a thing.
    private static let least = 1_000_000

    private func best(at index: Int, _ groups: [ArgumentGroup], _ told: [DealEvent]) -> Guess? {
        let votes = ObjectVotes(
            context.nouns(in: sentence), around: context.literals[index].tokens, context.marks, weights)
        let isPower = context.literals[index].kind == .power
        func vote(_ type: DealType) -> Int {
            votes[type] + (isPower && type == .power ? weights[.electric] : 0)
        }
        let types = Self.types.filter { vote($0) >= weights[.pairVotes] }
        guard !types.isEmpty else { return nil }
        var best: Guess?
        var second = Int.min
        for first in groups {
            for second_ in groups where first.tokens != second_.tokens {
                guard first.isDisjoint(from: second_),
                    !told.contains(where: { $0.names(anyOf: first) || $0.names(anyOf: second_) })
                else { continue }
                for type in types {
                    let left = prior(first, type, 0)
                    let right = prior(second_, type, 1)
                    guard left >= 0, right >= 0, left + right >= weights[.pairKinds] else { continue }
                    let score =
                        weights[.prior] * (left + right)
                        + min(weights[.pairVoteCap], weights[.pairVoteUnit] * vote(type))
                    if score > best?.score ?? .min {
                        second = best?.score ?? .min
                        best = Guess(type: type, first: first, second: second_, score: score, votes: votes)
                    } else {
                        second = max(second, score)
                    }
                }
            }
        }
        guard let best, best.score - max(second, 0) >= weights[.pairMargin] else { return nil }
        return best
    }

    private func prior(_ group: ArgumentGroup, _ type: DealType, _ side: Int) -> Int {
        group.mentions.lazy.map { context.priors.weight($0.entity, type, side: side) }.min() ?? 0
    }

    private func event(_ guess: Guess, _ figure: Int) -> DealEvent? {
        let tokens = context.literals[figure].tokens
        guard let frame = context.lexicon.frames.index(of: "pair") else { return nil }
        let trigger = Trigger(
            tokens: tokens,
            entry: TriggerEntry(part: .noun, frame: frame, strength: .strong, status: nil, type: guess.type),
            features: [], voice: .nominal, row: -1)
        let status = StatusReader(
            document: context.document, marks: context.marks, words: context.status, weights: weights
        )
        .reading(of: trigger, in: sentence, surroundings)
        return DealEvent(
            type: guess.type,
            sides: [guess.first, guess.second].map { group in
                group.mentions.map { .init(entity: $0.entity, tokens: $0.tokens, form: $0.form) }
            }, status: status, trigger: trigger, frame: context.lexicon.frames.all[frame], sentence: sentence,
            score: guess.score, votes: guess.votes[guess.type], allVotes: guess.votes,
            money: context.literals[figure].kind == .money ? figure : nil, hasFigure: true)
    }
}
