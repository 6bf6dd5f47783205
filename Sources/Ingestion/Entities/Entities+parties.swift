// Who may be a party of a deal.

extension Entities {
    /// Whether a mention may be of a party.
    func isParty(_ mention: EntityMention, _ document: Document) -> Bool {
        let kind = all[mention.entity].kind
        return (kind == .organisation || kind == .government) && !isProductName(mention, document)
    }

    /// The nouns and pronouns that mean some organisation, in a token range.
    func references(in range: Range<Int>) -> ArraySlice<Reference> {
        let first = references.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
        let end = references.partitioningIndex { $0.tokens.lowerBound >= range.upperBound }
        return references[first..<end]
    }

    /// Whether an unknown name looks like a product's: a single word of letters and digits.
    private func isProductName(_ mention: EntityMention, _ document: Document) -> Bool {
        guard all[mention.entity].catalogueRow == nil, mention.form == .name else { return false }
        return mention.tokens.allSatisfy {
            document.tokens[$0].flags.contains(.mixed) && !isWord($0, document) || document.tokens[$0].kind == .number
        }
    }

    /// "Norden22": a word of small letters with digits behind it.
    private func isWord(_ token: Int, _ document: Document) -> Bool {
        let token = document.tokens[token]
        return document.bytes[Int(token.start)..<Int(token.end)].count { $0 >= 0x61 && $0 <= 0x7A } >= 4
    }
}
