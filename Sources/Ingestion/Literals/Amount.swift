/// A number with what it counts, before bound words and ranges.
struct Amount: Sendable {
    enum Measure: Hashable, Sendable {
        case number
        /// The first row of the lexicon with its code.
        case money(Int)
        /// The first row of the lexicon with its unit.
        case quantity(Int)
        case power
        case time(TimeUnit.Unit)
    }

    var measure: Measure
    /// Its tokens.
    var tokens: Range<Int>
    var min: Double
    var max: Double
    /// The product of its scale words.
    var scale = 1
    /// What one of its unit is in the unit of the literal: 1000 for gigawatts, 10 for decades.
    var factor = 1.0
    /// The currency stands before the number.
    var isPrefixed = false
    var isDigits = false
    var isOrder = false
    var isFraction = false
    /// The number of digits where it is one run and nothing else; else 0.
    var plainDigits = 0
    /// The row of the currency's name, where it stands behind the number.
    var currency: Int?
    /// Made of two amounts.
    var isRange = false
    /// A number that stands for itself or not at all: "one", a label.
    var isLabel = false
}

/// Which end a bound word leaves open, and where the words end.
struct OpenEnd: Sendable {
    var side: BoundWord.Side
    var end: Int
    var boundsSpans: Bool
}
