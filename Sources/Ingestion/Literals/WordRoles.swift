/// What the small words between the parts of a literal do (table `literal_words`).
struct WordRoles: OptionSet, Sendable {
    let rawValue: UInt32
    static let of = WordRoles(rawValue: 1 << 0)
    static let article = WordRoles(rawValue: 1 << 1)
    static let and = WordRoles(rawValue: 1 << 2)
    /// Joins a number behind a hundred or a scale: "two hundred and six".
    static let joinsHundreds = WordRoles(rawValue: 1 << 3)
    /// Joins one or eleven behind a ten: "vingt et un".
    static let joinsOnes = WordRoles(rawValue: 1 << 4)
    static let between = WordRoles(rawValue: 1 << 5)
    static let from = WordRoles(rawValue: 1 << 6)
    static let to = WordRoles(rawValue: 1 << 7)
    static let or = WordRoles(rawValue: 1 << 8)
    /// The decimal sign as a word: "two point five".
    static let point = WordRoles(rawValue: 1 << 9)
    /// The sign of an ordinal behind digits: "3rd", "1er".
    static let ordinal = WordRoles(rawValue: 1 << 10)
    /// Makes a pronoun of a "one" behind it.
    static let determiner = WordRoles(rawValue: 1 << 11)
    /// A month or a year may follow.
    static let at = WordRoles(rawValue: 1 << 12)
    /// A label follows, not a count: "No. 5".
    static let numberSign = WordRoles(rawValue: 1 << 13)
    /// The word before the name of a month: "mois de mai".
    static let month = WordRoles(rawValue: 1 << 14)
    /// Changes nothing between a bound word and its number: "about", "another".
    static let filler = WordRoles(rawValue: 1 << 15)

    /// A verb that takes the bound word behind it as its particle: "hand over".
    static let phrasal = WordRoles(rawValue: 1 << 16)
    /// Makes a bound word bound a stretch of time that it would not bound otherwise: "for over a decade".
    static let lasting = WordRoles(rawValue: 1 << 17)

    static let named: [String: WordRoles] = [
        "of": .of, "article": .article, "and": .and, "joinsHundreds": .joinsHundreds, "joinsOnes": .joinsOnes,
        "between": .between, "from": .from, "to": .to, "or": .or, "point": .point, "ordinal": .ordinal,
        "determiner": .determiner, "at": .at, "numberSign": .numberSign, "month": .month, "filler": .filler,
        "phrasal": .phrasal,
        "lasting": .lasting,
    ]
}
