import Model

/// Joins the events of an article that tell the same deal.
struct DealMerger {
    let literals: [Literal]
    let document: Document
    let entities: Entities
    let priors: PartyPriors
    let frames: Frames
    let confidence: DealConfidence
    let weights: ReadingWeights

    /// A deal with the events that tell it.
    private struct Cluster {
        var events: [DealEvent]

        /// The first: events come strongest first.
        var best: DealEvent {
            @inline(__always) _read { yield events[0] }
        }

        /// Takes an event in: as the best where it tells what a general word only named.
        mutating func take(_ event: DealEvent, asBest isBest: Bool) {
            events.insert(event, at: isBest ? 0 : events.count)
        }
    }

    /// How many events of an article are read, the strongest; no article of people's making has as many.
    private static let limit = 400

    /// The deals that events tell, with whether each is sure enough to be told.
    func candidates(_ events: [DealEvent]) -> (deals: [DealCandidate], told: [Bool]) {
        var clusters: [Cluster] = []
        let ranks = events.indices.map { rank(events[$0]) }
        // Stronger events first, so that weaker ones join them; then by place.
        let order = events.indices.sorted {
            ranks[$0] != ranks[$1]
                ? ranks[$0] > ranks[$1] : events[$0].trigger.tokens.lowerBound < events[$1].trigger.tokens.lowerBound
        }
        for index in order.prefix(Self.limit) where !events[index].status.isUnreal {
            guard let event = external(events[index]) else { continue }
            if let index = clusters.firstIndex(where: { joins($0, event) }) {
                clusters[index].take(event, asBest: tellsBetter(event, than: clusters[index]))
            } else {
                clusters.append(Cluster(events: [event]))
            }
        }
        var (deals, told) = ([DealCandidate](), [Bool]())
        for index in clusters.indices {
            let type = type(of: clusters[index])
            let features = features(of: index, type, clusters)
            deals.append(candidate(clusters[index], type, features))
            told.append(confidence.tells(deals[index].confidence, features))
        }
        return (deals, told)
    }

    /// The score of an event, less where its word may tell nearly any deal.
    private func rank(_ event: DealEvent) -> Int { event.score - (event.frame.isGeneric ? weights[.generic] : 0) }

    private func features(of index: Int, _ type: DealType, _ clusters: [Cluster]) -> DealFeatures {
        let best = clusters[index].best
        let crowd = clusters.indices.count { $0 != index && clusters[$0].events[0].sentence == best.sentence }
        let again = (0..<index).count { clusters[$0].events[0].names(allOf: best) }
        return DealFeatures(
            clusters[index].events, type: type,
            .init(document: document, entities: entities, priors: priors, crowd: crowd, again: again))
    }

    /// Whether an event has a sum of its own, other than all that the deal has been told with: a second order.
    private func isAnother(_ event: DealEvent, than cluster: Cluster) -> Bool {
        guard !document.isHeadline(event.trigger.tokens.lowerBound) else { return false }
        if isEarlier(event, than: cluster) { return true }
        guard let sum = sum(event) else { return false }
        if event.isCounted || cluster.best.isCounted {
            return cluster.events.compactMap(self.sum).allSatisfy { !$0.overlaps(sum) }
        }
        guard event.hops == 0 else { return false }
        let told = cluster.events.filter { $0.sentence != event.sentence }.compactMap(self.sum)
        guard told.count == Set(cluster.events.map(\.sentence)).count, !told.isEmpty else { return false }
        return told.allSatisfy { !$0.overlaps(sum) }
    }

    /// Whether what is told as a further deal of the same two has another sum than a deal.
    private func differs(_ event: DealEvent, from cluster: Cluster) -> Bool {
        guard let sum = sum(event) else { return event.isFurther || cluster.best.sentence != event.sentence }
        return cluster.events.allSatisfy { !(self.sum($0)?.overlaps(sum) ?? false) }
    }

    /// Whether an event of goods has a sum of its own in a sentence of its own, where the deal is told of a company.
    private func isApart(_ event: DealEvent, from cluster: Cluster) -> Bool {
        guard event.type.isSupply, !cluster.best.type.isSupply, event.trigger.voice != .nominal, let sum = sum(event)
        else {
            return false
        }
        return cluster.events.allSatisfy { other in
            other.sentence != event.sentence && !(self.sum(other)?.overlaps(sum) ?? false)
        }
    }

    /// Whether one of two was done long before the article and the other is its news: "last year already B ordered …".
    private func isEarlier(_ event: DealEvent, than cluster: Cluster) -> Bool {
        guard event.type == cluster.best.type, event.hasFigure, event.trigger.voice != .nominal else { return false }
        let others = cluster.events.filter { $0.trigger.voice != .nominal && $0.hasFigure }
        return !others.isEmpty && others.allSatisfy { $0.isPast != event.isPast && $0.sentence != event.sentence }
    }

    private func sum(_ event: DealEvent) -> Bounds? {
        event.money.flatMap { literals[$0].bounds }
    }

    /// An event without those of its first side who own the other one, or belong to it; `nil` where nobody is left: what a
    /// company does with its own subsidiary is no deal.
    private func external(_ event: consuming DealEvent) -> DealEvent? {
        // An owner may have become one by this very deal.
        guard event.type != .acquisition, event.type != .investment else { return event }
        let others = event.sides[1]
        func isOwn(_ one: DealEvent.Argument) -> Bool { others.contains { isFamily(one.entity, $0.entity) } }
        if event.sides[0].contains(where: isOwn) { event.sides[0].removeAll(where: isOwn) }
        return event.sides[0].isEmpty ? nil : event
    }

    /// Whether two entities are one, or one owns the other.
    private func isFamily(_ one: Int, _ other: Int) -> Bool {
        one == other || entities.all[one].parent == other || entities.all[other].parent == one
    }

    private func joins(_ cluster: Cluster, _ event: DealEvent) -> Bool {
        let same = sharesSides(cluster.events[0], event)
        let crossed = sharesCrossed(cluster.events[0], event)
        // Events of two sentences that have nobody in common.
        guard same || crossed || cluster.events[0].sentence == event.sentence else { return false }
        let best = cluster.best
        if isEcho(event, of: best) || isPurpose(event, of: best) || isPurpose(best, of: event) { return true }
        guard same || crossed || isSameRound(best, event) else { return false }
        if event.type == best.type, event.isFurther || best.isFurther { return !differs(event, from: cluster) }
        if !event.isCounted, cluster.events.contains(where: { $0.trigger.tokens.overlaps(event.trigger.tokens) }) {
            return true
        }
        if best.type == event.type {
            // A company is taken over once, whatever is bid for it.
            return event.type == .acquisition && same || !isAnother(event, than: cluster)
        }
        if isPrice(event, of: cluster) { return true }
        let isSameSentence = best.sentence == event.sentence
        if cluster.events.contains(where: { isTakeover($0, named: event) }) || isTakeover(event, named: best) {
            return true
        }
        if isSameSentence, best.frame.isGeneric || event.frame.isGeneric {
            // "buys chips from A and takes a stake in it" tells two deals by two frames.
            let isOther =
                best.type.isSupply != event.type.isSupply && isSure(event, beside: best) && isSure(best, beside: event)
            return !(isOther && !best.trigger.tokens.overlaps(event.trigger.tokens))
        }
        if best.type.isSupply, event.type.isSupply { return joinsSupply(event, cluster, crossed: crossed && !same) }
        let isAgain = event.hops > 0 && event.frame.isGeneric
        if isAgain, !isApart(event, from: cluster) { return true }
        if event.type == .partnership, event.isFurther, best.type == .investment { return false }
        if event.type == .partnership { return event.votes < weights[.partnershipBeside] }
        if best.type == .partnership { return isSameSentence && event.votes >= best.votes }
        if isAgain { return false }
        // "raised a loan of 300 million": one sum is a share or a debt, not both.
        if isSameSentence, best.type.isFunding || best.type == .acquisition, event.type.isFunding, event.money != nil,
            event.money == best.money
        {
            return true
        }
        return isSameSentence && event.trigger.tokens.overlaps(best.trigger.tokens)
    }

    /// Whether another kind of supply of the same two is a supply that was told; `crossed` where it goes the other way.
    private func joinsSupply(_ event: DealEvent, _ cluster: Cluster, crossed: Bool) -> Bool {
        let isSameSentence = cluster.best.sentence == event.sentence
        if crossed, isPlain(event), isPlain(cluster.best), !isSameSentence { return false }
        // What is told on of the same two needs a figure of its own to be another deal.
        if event.hops > 0 { return !isAnother(event, than: cluster) }
        return isSameSentence || event.votes < weights[.otherSupply]
    }

    /// Whether a verb tells an event with both its parties.
    private func isPlain(_ event: DealEvent) -> Bool { event.hops == 0 && event.trigger.voice != .nominal }

    /// Whether a word surely tells its type beside another: the nouns around it say so, or it is a verb of money with a sum,
    /// and both name their parties.
    private func isSure(_ event: DealEvent, beside other: DealEvent) -> Bool {
        if event.votes >= weights[.apart] { return true }
        return event.frame.types.count == 1 && event.money != nil && event.money != other.money
            && isPlain(event) && isPlain(other)
    }

    /// Whether a general word ("agreed with B", "in a transaction worth …") only names the takeover that another one tells.
    private func isTakeover(_ takeover: DealEvent, named event: DealEvent) -> Bool {
        guard frames.all[takeover.trigger.entry.frame].types == [.acquisition], event.frame.isGeneric,
            takeover.sentence == event.sentence,
            event.money == nil || takeover.money == nil || event.money == takeover.money
        else { return false }
        if !event.type.isSupply { return true }
        guard event.trigger.voice == .nominal else { return false }
        // "an agreement on the purchase of B".
        let gap = takeover.trigger.tokens.lowerBound - event.trigger.tokens.upperBound
        return takeover.score > event.score || (0...Self.longestPurpose).contains(gap)
    }

    /// How many words may stand between the noun of a deal and what it is about: "un accord en vue du".
    private static let longestPurpose = 4

    /// Whether an event tells more exactly than the best of its cluster what the deal is.
    private func tellsBetter(_ event: DealEvent, than cluster: Cluster) -> Bool {
        let isTold =
            event.hops == 0 && event.sentence != cluster.best.sentence
            && frames.all[event.trigger.entry.frame].types == [.acquisition]
        if isTold, isPrice(event, of: cluster) { return true }
        return isTakeover(event, named: cluster.best) || isPurpose(cluster.best, of: event)
    }

    /// Whether an event only tells what the venture or alliance of its sentence is for: "a joint venture to build 200 MW",
    /// "qui bâtit un site alimenté par …". It names nobody whom the other one does not.
    private func isPurpose(_ event: DealEvent, of venture: DealEvent) -> Bool {
        guard venture.type == .partnership, !venture.frame.isGeneric, event.type.isSupply,
            event.sentence == venture.sentence, event.trigger.tokens.lowerBound > venture.trigger.tokens.lowerBound
        else { return false }
        let partners = venture.sides.joined()
        return event.sides.joined().allSatisfy { argument in
            partners.contains { $0.entity == argument.entity && $0.tokens == argument.tokens }
        }
    }

    /// Whether an event tells as a stake, with the same sum, what is told as a takeover: "puts 2 billion on the table for B".
    private func isPrice(_ event: DealEvent, of cluster: Cluster) -> Bool {
        let types = [event.type, cluster.best.type]
        guard types.contains(.investment), types.contains(.acquisition), sharesSides(cluster.best, event),
            let sum = sum(event)
        else { return false }
        return cluster.events.contains { self.sum($0)?.overlaps(sum) ?? false }
    }

    /// Whether a general noun ("under a contract presented with C") only names the deal that a verb of its sentence
    /// tells.
    private func isEcho(_ event: DealEvent, of best: DealEvent) -> Bool {
        guard event.sentence == best.sentence, event.frame.isGeneric, event.trigger.voice == .nominal,
            best.trigger.voice != .nominal, best.hops == 0, event.type == best.type || event.votes < weights[.apart],
            event.money == nil || event.money == best.money
        else { return false }
        return (0...1).contains { side in
            event.sides[side].contains { argument in best.sides[side].contains { $0.entity == argument.entity } }
        }
    }

    /// Whether two events of a sentence name investors or lenders of one sum: "a round led by A also drew B".
    private func isSameRound(_ one: DealEvent, _ other: DealEvent) -> Bool {
        one.type == other.type && one.type.isFunding && one.sentence == other.sentence && one.money != nil
            && one.money == other.money && !one.isCounted && !other.isCounted && one.frame.gathers
            && other.frame.gathers
            && one.sides[1].map(\.entity) == other.sides[1].map(\.entity)
    }

    private func sharesSides(_ one: DealEvent, _ other: DealEvent) -> Bool {
        (0...1).allSatisfy { side in
            one.sides[side].contains { argument in other.sides[side].contains { isFamily($0.entity, argument.entity) } }
        }
    }

    private func sharesCrossed(_ one: DealEvent, _ other: DealEvent) -> Bool {
        (0...1).allSatisfy { side in
            one.sides[side].contains { argument in
                other.sides[1 - side].contains { isFamily($0.entity, argument.entity) }
            }
        }
    }

    /// The type: of goods that a customer gets, the one that the nouns around its events and the kinds of the parties say
    /// most for.
    private func type(of cluster: Cluster) -> DealType {
        let best = cluster.best
        guard best.type.isSupply, best.frame.isGeneric else { return best.type }
        func weight(_ type: DealType) -> Int {
            var most = Int.min
            for index in cluster.events.indices
            where cluster.events[index].type == type && cluster.events[index].sentence == best.sentence
                && cluster.events[index].hops == 0
            {
                most = max(most, cluster.events[index].votes + 2 * known(best.sides, type))
            }
            return most
        }
        var found = (type: best.type, weight: weight(best.type))
        for type in DealType.supplies {
            let weight = weight(type)
            if weight > found.weight { found = (type, weight) }
        }
        return found.type
    }

    /// What the kinds of the parties say for a type.
    private func known(_ sides: [[DealEvent.Argument]], _ type: DealType) -> Int {
        sides.indices.reduce(0) { sum, side in
            sum + (sides[side].lazy.map { priors.weight($0.entity, type, side: side) }.max() ?? 0)
        }
    }

    /// The parties: of the best event; investors, lenders and partners of all that agree on the other side.
    private func sides(of cluster: Cluster) -> [[DealEvent.Argument]] {
        let type = cluster.events[0].type
        guard type == .investment || type == .financing else { return cluster.events[0].sides }
        let best = cluster.best
        var sides = best.sides
        for event in cluster.events where event.type == best.type && event.score * 2 >= best.score {
            let others = Set(sides[1].map(\.entity))
            for argument in event.sides[0] where !others.contains(argument.entity) {
                if !sides[0].contains(where: { isFamily($0.entity, argument.entity) }) { sides[0].append(argument) }
            }
        }
        return sides
    }

    private func candidate(_ cluster: Cluster, _ type: DealType, _ features: DealFeatures) -> DealCandidate {
        let best = cluster.best
        let explicit = cluster.events.indices.filter { index in
            cluster.events[index].status.isExplicit
                && (cluster.events[index].score * 10 >= best.score * 6
                    || cluster.events[index].sentence == best.sentence)
        }
        let surest = explicit.max { cluster.events[$0].score < cluster.events[$1].score }
        let status = surest.map { cluster.events[$0].status.status } ?? best.status.status
        var parties: [DealCandidate.Party] = []
        for (side, arguments) in sides(of: cluster).enumerated() {
            let role = type.role(ofSide: side)
            for argument in arguments where !parties.contains(where: { $0.entity == argument.entity }) {
                parties.append(.init(entity: argument.entity, role: role, tokens: argument.tokens))
            }
        }
        return DealCandidate(
            type: type, status: status, parties: parties,
            anchors: cluster.events.map { .init(tokens: $0.sentence, trigger: $0.trigger.tokens, tells: true) },
            value: best.money, rule: "deal.frame.\(best.frame.id)",
            confidence: confidence.confidence(features), features: features)
    }
}
