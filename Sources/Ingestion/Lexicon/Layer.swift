/// Which lexicon an entry belongs to. Entries of one layer compete (leftmost, then longest); layers may overlap.
enum Layer: UInt8, CaseIterable, Sendable {
    // Names (common).
    case company, media, project, place, product
    /// A product or service by which its company is known: "ChatGPT", "Azure".
    case brand
    // Literals.
    case numberWord, magnitude, bound, boundAfter, currency, unit, month, weekday, calendar, duration
    // Entities, statements, relationships, estimates.
    case legalSuffix, organisationCue, personTitle, function, descriptor, pronoun, speech
    case relation, relationWord, estimate
    /// A common noun for a company: "chipmaker", "hébergeur".
    case companyNoun
    /// A common noun for a state or its office: "ministry", "canton".
    case governmentNoun
    // Deals.
    case trigger, object, modality, negation, hearsay, status, preposition, clauseWord, nominal
    /// Who else puts money in.
    case backer
    // Fields.
    case purpose, term, processor, stage, announcement, amount

    /// Whether adverbs may stand between the first word of its entries and the others.
    @inline(__always)
    var mayBeParted: Bool { self == .trigger }

    /// Its bit in a set of layers.
    @inline(__always)
    var mask: UInt64 { 1 &<< UInt64(rawValue) }
}
