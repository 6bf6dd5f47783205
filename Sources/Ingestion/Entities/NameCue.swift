/// What a small or common word tells about the capitalised names beside it: the ids of `name_cues.tsv`.
enum NameCue: String, CaseIterable, Sendable {
    /// A word that is never (the beginning of) a name, whatever its capital.
    case small
    /// A common word that has its capital from the place in the sentence.
    case ordinary
    /// A word with a capital that is no name of a company: months, abbreviations.
    case notName
    case demonym
    /// Joins the words of a name: "van", "de".
    case link
    /// Joins them only behind an organisation word: "Bank of".
    case headLink
    /// "and", where it may join a name ("and Sons").
    case joinsFirm = "after-head"
    case conjunction
    /// Behind "and": "Sons", "Partners".
    case firmTail
    case locative
    /// Stands before an employer.
    case at
    case belongs
    case determiner
    case article
    case definite
    case objectPrep
    /// A finite verb that companies are the subject of.
    case actVerb
    case projectNoun
    case placeNoun
    case productNoun
    case mediaNoun
    /// "called", "baptisé".
    case named
    case who
    /// "maker", "créateur": with a brand it means the company.
    case maker
    /// Behind a hyphen: "backed", "based".
    case compoundTail
    /// A verb behind a pronoun that most often stands for nobody: "it is", "il faut".
    case expletive
    /// A determiner that points to somebody named before: "the", "cette".
    case demonstrative
    /// "its", "sa", "whose": what follows belongs to somebody.
    case owns
    /// "who": behind a name it tells a person.
    case personRelative
    /// "former", "ancien": what follows is over.
    case former
    /// "heads", "dirige": what follows is an employer.
    case leads
    /// "where".
    case whereWord = "where"
    /// At the head of a sentence it says of whom it is: "for", "as for", "chez".
    case fronts
    /// A preposition that has its article in it: "du", "aux".
    case contracted
    /// "of", "de": what stands before belongs to what follows.
    case genitive
    /// "from": behind what somebody is, where they come from.
    case origin
    /// "delivers", "lends": a form of a verb that says to whom.
    case gives
    /// "ready", "due": whoever is so is the subject of the verb that follows: "it is ready to buy".
    case raises
    /// "stake", "tour": what is had in a company, before "in" or "at".
    case stake
    /// An article behind which a people in capitals stands for a company: "l'Autrichien X".
    case peopled
    /// A word that is no name but ends one behind its other words: "Nord", "GPU".
    case closes
    /// "values", "valorise": whom a deal puts a price on follows.
    case values

    /// The cue as a member of a set.
    var bit: NameCues {
        switch self {
        case .small: .small
        case .ordinary: .ordinary
        case .notName: .notName
        case .demonym: .demonym
        case .link: .link
        case .headLink: .headLink
        case .joinsFirm: .joinsFirm
        case .conjunction: .conjunction
        case .firmTail: .firmTail
        case .locative: .locative
        case .at: .at
        case .belongs: .belongs
        case .determiner: .determiner
        case .article: .article
        case .definite: .definite
        case .objectPrep: .objectPrep
        case .actVerb: .actVerb
        case .projectNoun: .projectNoun
        case .placeNoun: .placeNoun
        case .productNoun: .productNoun
        case .mediaNoun: .mediaNoun
        case .named: .named
        case .who: .who
        case .maker: .maker
        case .compoundTail: .compoundTail
        case .expletive: .expletive
        case .owns: .owns
        case .personRelative: .personRelative
        case .former: .former
        case .leads: .leads
        case .whereWord: .whereWord
        case .fronts: .fronts
        case .contracted: .contracted
        case .genitive: .genitive
        case .origin: .origin
        case .gives: .gives
        case .raises: .raises
        case .stake: .stake
        case .peopled: .peopled
        case .closes: .closes
        case .values: .values
        case .demonstrative: .demonstrative
        }
    }
}

/// The cues of one word.
struct NameCues: OptionSet, Sendable {
    let rawValue: UInt64

    static let small = NameCues(rawValue: 1 << 0)
    static let ordinary = NameCues(rawValue: 1 << 1)
    static let notName = NameCues(rawValue: 1 << 2)
    static let demonym = NameCues(rawValue: 1 << 3)
    static let link = NameCues(rawValue: 1 << 4)
    static let headLink = NameCues(rawValue: 1 << 5)
    static let joinsFirm = NameCues(rawValue: 1 << 6)
    static let conjunction = NameCues(rawValue: 1 << 7)
    static let firmTail = NameCues(rawValue: 1 << 8)
    static let locative = NameCues(rawValue: 1 << 9)
    static let at = NameCues(rawValue: 1 << 10)
    static let belongs = NameCues(rawValue: 1 << 11)
    static let determiner = NameCues(rawValue: 1 << 12)
    static let article = NameCues(rawValue: 1 << 13)
    static let definite = NameCues(rawValue: 1 << 14)
    static let objectPrep = NameCues(rawValue: 1 << 15)
    static let actVerb = NameCues(rawValue: 1 << 16)
    static let projectNoun = NameCues(rawValue: 1 << 17)
    static let placeNoun = NameCues(rawValue: 1 << 18)
    static let productNoun = NameCues(rawValue: 1 << 19)
    static let mediaNoun = NameCues(rawValue: 1 << 20)
    static let named = NameCues(rawValue: 1 << 21)
    static let who = NameCues(rawValue: 1 << 22)
    static let maker = NameCues(rawValue: 1 << 23)
    static let compoundTail = NameCues(rawValue: 1 << 24)
    static let expletive = NameCues(rawValue: 1 << 25)
    static let owns = NameCues(rawValue: 1 << 26)
    static let personRelative = NameCues(rawValue: 1 << 27)
    static let former = NameCues(rawValue: 1 << 28)
    static let leads = NameCues(rawValue: 1 << 29)
    static let whereWord = NameCues(rawValue: 1 << 30)
    static let demonstrative = NameCues(rawValue: 1 << 31)
    static let fronts = NameCues(rawValue: 1 << 36)
    static let contracted = NameCues(rawValue: 1 << 32)
    static let genitive = NameCues(rawValue: 1 << 33)
    static let origin = NameCues(rawValue: 1 << 34)
    static let gives = NameCues(rawValue: 1 << 35)
    static let raises = NameCues(rawValue: 1 << 37)
    static let stake = NameCues(rawValue: 1 << 38)
    static let peopled = NameCues(rawValue: 1 << 39)
    static let closes = NameCues(rawValue: 1 << 40)
    static let values = NameCues(rawValue: 1 << 41)
}
