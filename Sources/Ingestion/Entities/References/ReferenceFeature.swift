/// What may be seen of somebody whom an expression may mean; its name is that in the table `references`.
enum ReferenceFeature: Int, CaseIterable, Sendable {
    /// What speaks for anybody before more is known.
    case bias
    // Whom the text is speaking of (``Salience``).
    case current, fronted, named, guessed, previous, lastTopic, headHere, headBefore, protagonist, owner, clause, about
    case relative, lastSubject, plural, topicHere, topicBefore, neverTopic
    // How long ago it was named: as the last one, in the same sentence, in the one before.
    case last, lastButOne, lastButTwo, earlier
    case sameSentence, sentenceBefore, twoBefore, farther, sameParagraph, sameClause, apposed
    // How it was named then, how often, and where else.
    case wasSubject, wasComplement, wasPossessive, wasMeant, once, twice, often, inHeadline, inLede
    // How many names, nouns and pronouns of its sentence stand before the expression: one, two, or more.
    case first, second, third
    // What it is, beside what the words say.
    case sortTold, sortMay, sortUnknown, sortOther, homeTold, homeOther, homeUnknown, genderTold, genderOther
    case known, inName, introduced
    // Where the expression stands, and among whom.
    case opensSentence, opensParagraph, personNearer, alone, demonstrative

    /// Their names, in their order.
    static let names = allCases.map { String(describing: $0) }
}

/// The features of one of those whom an expression may mean.
struct ReferenceFeatures: Sendable {
    private(set) var bits: UInt64 = 0

    mutating func insert(_ feature: ReferenceFeature) { bits |= 1 << UInt64(feature.rawValue) }

    mutating func insert(_ feature: ReferenceFeature, if holds: Bool) {
        if holds { insert(feature) }
    }

    func contains(_ feature: ReferenceFeature) -> Bool { bits & 1 << UInt64(feature.rawValue) != 0 }
}
