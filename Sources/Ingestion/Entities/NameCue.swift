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

    /// The cue as a member of a set.
    var bit: NameCues {
        NameCues(rawValue: 1 << UInt64(Self.allCases.firstIndex(of: self) ?? 0))
    }
}

/// The cues of one word.
struct NameCues: OptionSet, Sendable {
    let rawValue: UInt64

    static let small = NameCue.small.bit
    static let ordinary = NameCue.ordinary.bit
    static let notName = NameCue.notName.bit
    static let demonym = NameCue.demonym.bit
    static let link = NameCue.link.bit
    static let headLink = NameCue.headLink.bit
    static let joinsFirm = NameCue.joinsFirm.bit
    static let conjunction = NameCue.conjunction.bit
    static let firmTail = NameCue.firmTail.bit
    static let locative = NameCue.locative.bit
    static let at = NameCue.at.bit
    static let belongs = NameCue.belongs.bit
    static let determiner = NameCue.determiner.bit
    static let article = NameCue.article.bit
    static let definite = NameCue.definite.bit
    static let objectPrep = NameCue.objectPrep.bit
    static let actVerb = NameCue.actVerb.bit
    static let projectNoun = NameCue.projectNoun.bit
    static let placeNoun = NameCue.placeNoun.bit
    static let productNoun = NameCue.productNoun.bit
    static let mediaNoun = NameCue.mediaNoun.bit
    static let named = NameCue.named.bit
    static let who = NameCue.who.bit
    static let maker = NameCue.maker.bit
    static let compoundTail = NameCue.compoundTail.bit
    static let expletive = NameCue.expletive.bit
    static let owns = NameCue.owns.bit
    static let personRelative = NameCue.personRelative.bit
    static let former = NameCue.former.bit
    static let leads = NameCue.leads.bit
    static let whereWord = NameCue.whereWord.bit
    static let demonstrative = NameCue.demonstrative.bit
}
