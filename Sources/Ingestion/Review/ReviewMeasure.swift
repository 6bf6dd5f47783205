import Model

/// What is known of a possible deal of two when it is decided whether it is told; the tables `review_trees` name it.
/// Shares are in thousandths.
enum ReviewMeasure: Int, CaseIterable {
    // What the linear model says: of the type where it is likeliest, there of no deal and of the likeliest other type; of that in
    // any sentence, of the type in all other sentences together, and in how many sentences it is likely.
    case share, none, otherHere, other, again, supports
    // The likeliest deal of one of the two with somebody else in the same sentence, of any type and of this one.
    case rival, rivalOfType
    // In how many sentences the linear model has an opinion of the two, and in how many of these both are named.
    case opinions, named
    // Of the sentence where it is likeliest: whether both are named, whether it is the headline, its place, whether it
    // has a sum, of how many two there is an opinion there.
    case isNamed, isHeadline, place, hasMoney, crowd
    // Whether one of the two is whom the text is about.
    case isProtagonist
    // What frames made of the two: a deal of the type told, or found and not told; one of another type; how sure.
    case isTold, isUnsure, isToldOther, confidence
    // How many possible deals the busier and the quieter of the two have in the text.
    case busier, quieter
    // Of the text: its sentences, who may have deals, of how many two there are opinions, and how many deals are likely, in
    // tenths.
    case sentences, companies, pairs, likely

    /// The names of all measures: these, whether the deal is of each type, and the features of the frames' deal.
    static let names =
        allCases.map { String(describing: $0) } + DealType.allCases.map { "type-" + $0.rawValue }
        + DealFeatures.names.map { "frames-" + $0 }

    /// How many there are.
    static let count = names.count

    /// The place of the measure that says whether a deal is of a type.
    static func place(of type: DealType) -> Int { types + type.index }

    private static let types = allCases.count

    /// The place of the first feature of the frames' deal.
    static let features = allCases.count + DealType.allCases.count
}
