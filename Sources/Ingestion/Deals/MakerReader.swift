import Model

/// Tells who only makes the goods from who supplies them: "ordered 4,000 Nvidia H200s from Dell" is no deal with Nvidia.
struct MakerReader {
    let context: DealContext

    /// The events of a sentence without those with the maker of goods that its customer gets from somebody else.
    func withoutMakers(_ events: [DealEvent]) -> [DealEvent] {
        guard events.count > 1 else { return events }
        let isOfMaker = events.map { event in
            movesGoods(event.type) && event.isComplete
                && event.sides[1].allSatisfy { isMaker($0.entity, at: $0.tokens) }
        }
        guard isOfMaker.contains(true), isOfMaker.contains(false) else { return events }
        return events.indices.filter { index in
            guard isOfMaker[index] else { return true }
            let customers = events[index].sides[0]
            let makers = events[index].sides[1]
            return !events.indices.contains { other in
                !isOfMaker[other] && movesGoods(events[other].type) && events[other].isComplete
                    && customers.contains { events[other].names($0.entity) }
                    && !makers.contains { events[other].names($0.entity) }
            }
        }.map { events[$0] }
    }

    /// The deals without those with a maker whose goods the same customer gets from somebody else in the same sentence or just
    /// before; what is told of them is told of the others.
    func settled(_ deals: [DealCandidate]) -> [DealCandidate] {
        guard deals.count > 1 else { return deals }
        var told = deals
        var isOfMaker = [Bool].filled(with: false, count: deals.count)
        for index in deals.indices { isOfMaker[index] = isOfMakerAlone(deals[index]) }
        guard isOfMaker.contains(true) else { return deals }
        var places: [Int: [Int]] = [:]
        for index in deals.indices where !isOfMaker[index] && movesGoods(deals[index].type) {
            for sentence in Set(sentences(of: deals[index])) { places[sentence, default: []].append(index) }
        }
        for index in deals.indices where isOfMaker[index] {
            let others =
                sentences(of: deals[index]).first.map { Self.reached(from: $0).flatMap { places[$0] ?? [] } } ?? []
            let other = others.sorted().first { supplies(deals[$0], whatIsToldOf: deals[index]) }
            guard let other else {
                isOfMaker[index] = false
                continue
            }
            told[other].anchors += deals[index].anchors
        }
        return told.indices.filter { !isOfMaker[$0] }.map { told[$0] }
    }

    /// Whether a deal moves goods that have a maker.
    private func movesGoods(_ type: DealType) -> Bool { type == .hardware || type == .compute }

    /// Whether all that a deal's sentences say of its provider is that it makes the goods.
    private func isOfMakerAlone(_ deal: DealCandidate) -> Bool {
        guard deal.type == .hardware else { return false }
        let makers = deal.parties.filter { $0.role == .provider }
        guard makers.count == 1, let maker = makers.first, isGoods(of: maker.entity, at: maker.tokens) else {
            return false
        }
        return deal.anchors.allSatisfy { anchor in
            guard let first = anchor.tokens.first else { return true }
            return context.entities.mentions(in: context.document.sentence(of: first)).allSatisfy {
                $0.entity != maker.entity || isGoods(of: $0.entity, at: $0.tokens)
            }
        }
    }

    /// Whether another deal of the customer is told where a deal is, or just before; behind a headline, just after.
    private func supplies(_ other: DealCandidate, whatIsToldOf deal: DealCandidate) -> Bool {
        let customers = deal.parties.filter { $0.role == .customer }.map(\.entity)
        guard other.parties.contains(where: { $0.role == .customer && customers.contains($0.entity) }),
            !other.parties.contains(where: { other in
                deal.parties.contains { $0.role == .provider && $0.entity == other.entity }
            })
        else { return false }
        let places = sentences(of: other)
        return sentences(of: deal).allSatisfy { here in
            places.contains(where: Self.reached(from: here).contains)
        }
    }

    /// The sentences in which whoever supplies the goods of a sentence may be named.
    private static func reached(from sentence: Int) -> ClosedRange<Int> {
        sentence - reach...(sentence == 0 ? reach : sentence)
    }

    private func sentences(of deal: DealCandidate) -> [Int] {
        deal.anchors.compactMap { $0.tokens.first.map { Int(context.document.tokens[$0].sentence) } }
    }

    /// Whether a name stands beside the goods that it makes: "Nvidia's B300 chips", "puces B300 de Nvidia".
    private func isMaker(_ entity: Int, at tokens: Range<Int>) -> Bool {
        guard let mention = maker(entity, at: tokens) else { return false }
        if Cast.isMaker(mention, context) { return true }
        let end = mention.tokens.upperBound
        guard end < context.document.tokens.count else { return false }
        if context.document.tokens[end].kind == .possessive { return isWare(behind: end + 1) }
        return mention.possessive && isWare(behind: end)
    }

    /// The same, or whether a clause tells what its goods do: "Nvidia, whose B300 chips fill the halls".
    private func isGoods(of entity: Int, at tokens: Range<Int>) -> Bool {
        if isMaker(entity, at: tokens) { return true }
        guard let end = maker(entity, at: tokens)?.tokens.upperBound, end + 1 < context.document.tokens.count else {
            return false
        }
        let relative = context.document.tokens[end].kind == .comma ? end + 1 : end
        return context.marks.words[relative].contains(.whose) && isWare(behind: relative + 1)
    }

    /// The name of a chipmaker.
    private func maker(_ entity: Int, at tokens: Range<Int>) -> EntityMention? {
        guard context.entities.all[entity].sort == Self.chipmaker else { return nil }
        return context.entities.mentions(in: tokens).first { $0.entity == entity && $0.form == .name }
    }

    /// Whether hardware is named right behind a token.
    private func isWare(behind first: Int) -> Bool {
        (first..<max(first, min(context.document.tokens.count, first + Self.nounReach)))
            .contains { context.places.wares.contains($0) }
    }

    /// The kind of company whose name alone may say what the goods are; who assembles servers sells them as well.
    private static let chipmaker = "chip"
    /// How many sentences before a deal the other one may be told.
    private static let reach = 2
    /// How many words behind a possessive its noun may begin.
    private static let nounReach = 2
}
