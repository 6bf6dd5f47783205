// Names that only tell whose unit, or whose product, the words beside them mean.

extension ArgumentReader {
    /// Whether a name only tells whose unit stands beside it: "Contoso's Tailspin unit", "Contoso's Tailspin Data Centers",
    /// "la filiale Tailspin de Contoso".
    func ownsUnit(_ mention: EntityMention) -> Bool {
        guard mention.form == .name else { return false }
        let end = mention.tokens.upperBound
        if document.tokens[safe: end]?.kind == .possessive, let unit = name(beginningAt: end + 1) {
            return mayBeUnit(unit)
        }
        let link = mention.tokens.lowerBound - 1
        guard link > 1, marks.slots[link] == .of, let unit = entities.mention(at: link - 1), isOrganisation(unit) else {
            return false
        }
        return unit.tokens.upperBound == link && isNounOfTie(unit.tokens.lowerBound - 1)
    }

    /// Whether a token belongs to such a name, or is the sign of its possessive.
    func isOfUnitOwner(_ token: Int) -> Bool {
        let name = document.tokens[token].kind == .possessive ? token - 1 : token
        return name >= 0 && entities.mention(at: name).map(ownsUnit) ?? false
    }

    /// Whether hardware or a product stands right behind a possessive's sign, and no noun for a company soon after: "Contoso's
    /// B200 chips", not "Contoso's chip unit".
    func ownsWares(_ end: Int) -> Bool {
        let first = document.tokens[safe: end]?.kind == .possessive ? end + 1 : end
        guard context.places.wares.contains(first) else { return false }
        return !(first..<min(first + Self.longestWares, document.tokens.count)).contains {
            document.hit(at: $0, .companyNoun) != nil
        }
    }

    /// How many words the name of a product may have.
    private static let longestWares = 4

    /// Whether a name behind a possessive is its unit's: a noun of a unit follows, or nothing that the name would describe.
    private func mayBeUnit(_ unit: EntityMention) -> Bool {
        let next = unit.tokens.upperBound
        guard let token = document.tokens[safe: next] else { return true }
        if isNounOfTie(next) { return true }
        return token.kind != .possessive && token.kind != .hyphen && document.hit(at: next, .companyNoun) == nil
            && document.hit(at: next, .object) == nil && !triggers.nounEnds.contains(next + 1)
            && document.hits(in: next..<next + 1, .trigger).isEmpty
    }

    private func isNounOfTie(_ token: Int) -> Bool {
        document.hit(at: token, .companyNoun).map { context.lexicon.companyNouns[$0.row].isRelational } ?? false
    }

    private func name(beginningAt token: Int) -> EntityMention? {
        entities.mention(at: token).flatMap { $0.tokens.lowerBound == token && isOrganisation($0) ? $0 : nil }
    }

    private func isOrganisation(_ mention: EntityMention) -> Bool {
        mention.form == .name && entities.all[mention.entity].kind == .organisation
    }
}
