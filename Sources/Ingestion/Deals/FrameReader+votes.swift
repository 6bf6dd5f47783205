import Model

// What the nouns, figures and dates around a trigger say.

extension FrameReader {
    func votes(_ trigger: Trigger) -> ObjectVotes {
        var votes = ObjectVotes(context.nouns(in: sentence), around: trigger.tokens, context.marks, weights)
        let paragraph = context.document.paragraphs[Int(context.document.tokens[sentence.lowerBound].paragraph)]
        let before = max(paragraph.lowerBound, sentence.lowerBound - weights[.voteNeighbourhood])
        let after = min(paragraph.upperBound, sentence.upperBound + weights[.voteNeighbourhood])
        votes.add(around: context.nouns(in: before..<sentence.lowerBound), weights)
        votes.add(around: context.nouns(in: sentence.upperBound..<max(after, sentence.upperBound)), weights)
        addLiterals(to: &votes, trigger)
        addTerm(to: &votes, trigger)
        addAntecedent(to: &votes, trigger)
        addShares(to: &votes, trigger)
        return votes
    }

    /// "4,000 GPUs for three years": processors had for a time are computing.
    private func addTerm(to votes: inout ObjectVotes, _ trigger: Trigger) {
        guard votes[.hardware] > 0, hasTerm(trigger), namesProcessors else { return }
        votes[.compute] = max(votes[.compute], votes[.hardware] * weights[.hardwareForATerm] / 100)
    }

    /// Whether the sentence names processors, by a common noun or as a product: other hardware is not had for a time.
    private var namesProcessors: Bool {
        context.document.hits(in: sentence, .processor).contains { _ in true }
            || context.entities.mentions(in: sentence).contains { context.entities.all[$0.entity].kind == .product }
    }

    /// Whether a length of time behind "for" stands near a trigger: "for three years", "pendant trois ans".
    private func hasTerm(_ trigger: Trigger) -> Bool {
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        for index in first..<context.literals.count {
            let here = context.literals[index].tokens.lowerBound
            guard here < sentence.upperBound else { break }
            guard context.literals[index].kind == .duration, here > sentence.lowerBound, isNear(here, trigger),
                here < trigger.tokens.upperBound
                    || solver.slots.verbs.count(from: trigger.tokens.upperBound, before: here) == 0
            else { continue }
            let slot = context.marks.slots[here - 1]
            if slot == .for || slot == .like { return true }
        }
        return false
    }

    /// "the $2bn that A made available": money that a relative clause is about is what its verb moves.
    private func addAntecedent(to votes: inout ObjectVotes, _ trigger: Trigger) {
        let first = trigger.tokens.lowerBound
        guard trigger.voice == .active, let relative = relative(before: first), relative > sentence.lowerBound else {
            return
        }
        let next = context.literals.partitioningIndex { $0.tokens.upperBound > relative }
        guard next > 0, context.literals[next - 1].kind == .money else { return }
        let sum = context.literals[next - 1].tokens
        // "a contract of $2bn that": the contract is what is meant.
        guard sum.upperBound == relative, sum.lowerBound > sentence.lowerBound,
            context.marks.words[sum.lowerBound - 1].contains(.determiner),
            context.marks.slots[sum.lowerBound - 1] == nil
        else { return }
        votes[.financing] += weights[.sureVotes]
    }

    /// The relative word of the clause of a verb, with nothing but its subject and small words between.
    private func relative(before verb: Int) -> Int? {
        (max(sentence.lowerBound, verb - Self.longestClause)..<verb).last {
            context.marks.words[$0].contains(.relative)
        }
    }

    /// How many words may stand between a relative word and its verb.
    private static let longestClause = 6

    /// Capacities and counts tell a little of what moves.
    func addLiterals(to votes: inout ObjectVotes, _ trigger: Trigger) {
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        for index in first..<context.literals.count {
            let here = context.literals[index].tokens.lowerBound
            guard here < sentence.upperBound else { break }
            guard context.literals[index].kind == .power, isNear(here, trigger) else { continue }
            votes[.datacenter] += weights[.powerForDatacenter]
            votes[.compute] += weights[.powerForCompute]
            votes[.power] += weights[.powerForPower]
        }
        addFollowing(to: &votes)
    }

    /// Capacities of the next sentences of the paragraph tell a little less.
    func addFollowing(to votes: inout ObjectVotes) {
        let paragraph = context.document.paragraphs[Int(context.document.tokens[sentence.lowerBound].paragraph)]
        let end = min(paragraph.upperBound, sentence.upperBound + weights[.voteNeighbourhood])
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= sentence.upperBound }
        var next = first
        while next < context.literals.count, context.literals[next].kind != .power {
            guard context.literals[next].tokens.lowerBound < end else { return }
            next += 1
        }
        guard next < context.literals.count, context.literals[next].tokens.lowerBound < end else { return }
        votes[.datacenter] += weights[.nextPowerForDatacenter]
        votes[.compute] += weights[.nextPowerForCompute]
        votes[.power] += weights[.nextPowerForPower]
    }

    /// A share of a company ("49% of X") tells a stake, more than half of it a takeover.
    func addShares(to votes: inout ObjectVotes, _ trigger: Trigger) {
        for index in groups.indices {
            guard let share = groups[index].share, isNear(groups[index].start, trigger) else { continue }
            votes[.investment] += weights[.share]
            if share > 50 { votes[.acquisition] += weights[.share] + weights[.majority] }
        }
    }

    /// The sum nearest to a trigger, and whether any figure or date stands in its clause.
    func figures(near trigger: Trigger) -> (money: Int?, any: Bool) {
        var money: (index: Int, cost: Int)?
        var estimate = Int.max
        let moves = context.lexicon.frames.all[trigger.entry.frame].isSupply
        var any = hasNumber(near: trigger, percentages: !moves)
        any = any || !moves && groups.contains { $0.share != nil && isNear($0.start, trigger) }
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        for index in first..<context.literals.count {
            let here = context.literals[index].tokens.lowerBound
            guard here < sentence.upperBound else { break }
            let cost =
                abs(here - trigger.tokens.lowerBound) + 8 * context.marks.borders(here, trigger.tokens.lowerBound)
            if context.excluded.contains(index) {
                if isNear(here, trigger) { estimate = min(estimate, cost) }
                continue
            }
            let kind = context.literals[index].kind
            guard kind != .number, !(moves && context.literals[index].unit == "percent") else { continue }
            any = any || isNear(here, trigger)
            guard kind == .money, context.literals[index].per == nil else { continue }
            if cost < money?.cost ?? .max { money = (index, cost) }
        }
        // What is spent over time is no figure of a deal, nor is its date.
        return (money?.index, any && estimate >= money?.cost ?? .max)
    }

    /// Whether a number stands near a trigger, percentages counted or not.
    private func hasNumber(near trigger: Trigger, percentages: Bool) -> Bool {
        let numbers = context.places.numbers
        var next = sentence.lowerBound
        while let token = numbers.first(from: next, before: sentence.upperBound) {
            if isNear(token, trigger), percentages || !isPercentage(token) { return true }
            next = token + 1
        }
        return false
    }

    /// Whether a number is a percentage: it says nothing of how much is supplied.
    private func isPercentage(_ token: Int) -> Bool {
        let next = context.literals.partitioningIndex { $0.tokens.lowerBound > token }
        return next > 0 && context.literals[next - 1].tokens.contains(token)
            && context.literals[next - 1].unit == "percent"
    }

    /// Whether a date of more than two months before the article stands beside a trigger: that money has been paid.
    func hasPastDate(near trigger: Trigger) -> Bool {
        guard let published = context.published else { return false }
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        for index in first..<context.literals.count {
            let here = context.literals[index].tokens.lowerBound
            guard here < sentence.upperBound else { break }
            guard context.literals[index].kind == .date, let days = context.literals[index].days else { continue }
            if days.upperBound < published.adding(days: -Self.longAgo), isNear(here, trigger) { return true }
        }
        return false
    }

    private static let longAgo = 60

    /// "comes from A: 75 MW": whether a token stands behind a colon, before which a verb has its object right behind it.
    private func isSaid(of trigger: Trigger, at token: Int) -> Bool {
        let end = trigger.tail?.upperBound ?? trigger.tokens.upperBound
        guard token > end, context.document.tokens[token - 1].kind == .colon else { return false }
        return groups.contains { $0.tokens.upperBound == token - 1 && (0...1).contains($0.start - end) }
    }

    func isNear(_ token: Int, _ trigger: Trigger) -> Bool {
        let first = trigger.tokens.lowerBound
        let near = isSaid(of: trigger, at: token) ? token - 1 : token
        return context.marks.borders(near, first) <= weights[.nearBorders]
            && abs(token - first) <= weights[.nearDistance]
            && (context.marks.insertions[token] == context.marks.insertions[first] || isAsideOfSum(token, first)
                || isBehindAside(token, first))
    }

    /// Whether a token stands in the clause of the noun that the trigger's aside is about: "the units, ordered from A, cost".
    private func isBehindAside(_ token: Int, _ trigger: Int) -> Bool {
        let insertions = context.marks.insertions
        let aside = Int(insertions[trigger])
        return aside > sentence.lowerBound && token > trigger && context.marks.asides.contains(aside)
            && insertions[token] == insertions[aside - 1]
    }

    /// Whether a sum is all that an aside of the trigger's clause holds: "the equipment, worth $45 million, will".
    private func isAsideOfSum(_ token: Int, _ trigger: Int) -> Bool {
        let insertions = context.marks.insertions
        let aside = Int(insertions[token])
        guard aside > sentence.lowerBound, token - aside <= Self.leadOfSum, insertions[aside - 1] == insertions[trigger]
        else { return false }
        let index = context.literals.partitioningIndex { $0.tokens.lowerBound >= token }
        guard index < context.literals.count, context.literals[index].tokens.lowerBound == token,
            context.literals[index].kind == .money
        else { return false }
        let end = context.literals[index].tokens.upperBound
        return end < sentence.upperBound
            && (context.document.tokens[end].kind == .comma || insertions[end] == insertions[trigger])
    }

    /// How many words lead up to a sum, at most: "d'une valeur de".
    private static let leadOfSum = 5
}
