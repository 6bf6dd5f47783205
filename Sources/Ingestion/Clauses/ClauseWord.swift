/// The small words by which clauses are read; the same word may be several.
struct ClauseWord: OptionSet, Sendable {
    let rawValue: UInt32

    /// Begins a clause about the noun before it.
    static let relative = ClauseWord(rawValue: 1 << 0)
    /// Begins a dependent clause.
    static let subordinate = ClauseWord(rawValue: 1 << 1)
    static let and = ClauseWord(rawValue: 1 << 2)
    static let but = ClauseWord(rawValue: 1 << 3)
    /// The auxiliary of the passive.
    static let be = ClauseWord(rawValue: 1 << 4)
    /// The auxiliary of the perfect.
    static let have = ClauseWord(rawValue: 1 << 5)
    static let get = ClauseWord(rawValue: 1 << 6)
    /// A modal or other auxiliary.
    static let will = ClauseWord(rawValue: 1 << 7)
    /// The particle before an infinitive.
    static let to = ClauseWord(rawValue: 1 << 8)
    static let determiner = ClauseWord(rawValue: 1 << 9)
    /// A verb of speech.
    static let say = ClauseWord(rawValue: 1 << 10)
    /// May stand between an auxiliary and its verb.
    static let adverb = ClauseWord(rawValue: 1 << 11)
    /// The reflexive pronoun.
    static let reflexive = ClauseWord(rawValue: 1 << 12)
    /// Stands for several companies named before.
    static let plural = ClauseWord(rawValue: 1 << 13)
    /// A pronoun before a verb that is its indirect object.
    static let dative = ClauseWord(rawValue: 1 << 14)
    /// Begins a clause about the owner of the noun behind it.
    static let whose = ClauseWord(rawValue: 1 << 15)
    /// A pronoun before a verb that is its direct object.
    static let accusative = ClauseWord(rawValue: 1 << 16)
    /// A pronoun before a verb that means "of it".
    static let genitive = ClauseWord(rawValue: 1 << 17)
    /// A pronoun before a verb that means "in it".
    static let locative = ClauseWord(rawValue: 1 << 18)
    /// A relative word that is the subject of its clause.
    static let who = ClauseWord(rawValue: 1 << 19)
    /// Who speaks: "we", "our".
    static let first = ClauseWord(rawValue: 1 << 20)
    /// Who is spoken to: "you", "your".
    static let second = ClauseWord(rawValue: 1 << 21)
    /// A relative word that is never the subject of its clause, which may stand behind the verb: "auquel ont souscrit A et B".
    static let inverting = ClauseWord(rawValue: 1 << 22)
    /// A noun for several who act as one: "a pool of A and B".
    static let collective = ClauseWord(rawValue: 1 << 23)
    /// Tells that something was done once more by somebody else: "signed another", "en a signé une autre".
    static let again = ClauseWord(rawValue: 1 << 24)
    /// Says of a name behind it that it is not the one: "from A, not B".
    static let contrast = ClauseWord(rawValue: 1 << 25)
    /// Stands for a thing and the relative word about it: "what A bought is B".
    static let what = ClauseWord(rawValue: 1 << 26)
    /// A verb by which somebody goes on with what the verb behind it tells.
    static let `continue` = ClauseWord(rawValue: 1 << 27)
    /// What the books of a company show: "revenue".
    static let accounts = ClauseWord(rawValue: 1 << 28)
    /// Tells one of several of a kind from the others: "a second", "un premier", "a separate".
    static let ordinal = ClauseWord(rawValue: 1 << 29)
    /// Stands for exactly two companies named before: "the two firms", "tous deux".
    static let two = ClauseWord(rawValue: 1 << 30)

    /// Says between goods and a name who makes them: "chips made by A", "puces signées A".
    static let made = ClauseWord(rawValue: 1 << 31)

    /// The word that a data file names, or `nil` for an unknown one.
    init?(name: String) {
        guard let known = Self.names.first(where: { $0.name == name }) else { return nil }
        self = known.word
    }

    /// All of them with the names that data files use.
    static let names: [(name: String, word: ClauseWord)] = [
        ("relative", .relative), ("subordinate", .subordinate), ("and", .and), ("but", .but), ("be", .be),
        ("have", .have), ("get", .get), ("will", .will), ("to", .to), ("determiner", .determiner), ("say", .say),
        ("adverb", .adverb), ("filler", .adverb), ("reflexive", .reflexive), ("plural", .plural), ("whose", .whose),
        ("dative", .dative), ("accusative", .accusative), ("genitive", .genitive), ("locative", .locative),
        ("who", .who), ("first", .first), ("second", .second), ("inverting", .inverting),
        ("collective", .collective), ("again", .again), ("contrast", .contrast), ("what", .what),
        ("continue", .continue), ("accounts", .accounts), ("ordinal", .ordinal),
        ("two", .two), ("made", .made),
    ]

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }
}
