/// What a word says of a sum that somebody expects.
enum EstimateWord: String, Sendable, CaseIterable {
    /// A verb or phrase that gives a forecast: "expects", "puts … at", "selon les calculs de".
    case forecast
    /// A word behind which the source stands: "according to".
    case source
    /// Such a word whose preposition may also lead to a year: "research by".
    case author
    /// What a forecast is of: "market", "spending", "outlay".
    case market
    /// A market's sales; directly before the sum they are somebody's revenue.
    case sales
    /// One company's own spending: "capital expenditure", "investment plan".
    case capex
    /// A word of intention before a verb of spending: "plans to", "compte".
    case plan
    /// A verb form that says both: "consacre", "investira".
    case dedicate
    /// A verb that changes a plan; behind it a range is the old figure and the new one: "ramène de … à".
    case revise
    /// A range of figures: behind it "from X to Y" is no change.
    case band
    /// A word for the future that is no forecast alone: "will", "devrait".
    case future
    /// A word for a person or company named before: "he", "it", "elle".
    case person
    /// A government or authority without a name: "the federal government".
    case state
    /// A verb of spending: "spend", "invest", "consacrer".
    case spend
    /// A verb of building, and one of spending in a form that is no plan: told with a coming year, they are one.
    case build
    /// A verb for what somebody is worth, where no market is.
    case worth
    /// A verb of spending with all its forms; the form tells which of the others it is.
    case verb
    /// Any other verb with all its forms: in the future it is like "will".
    case rise
    /// A word for a sum that was told before: "its own figure".
    case figure
    /// A preposition before whoever does something: "by".
    case agent
    /// A preposition before whoever has something: "of".
    case owner
    /// A small word for what is counted: "il en attend 17".
    case partitive
    /// Words for the years that were named before: "over the same period".
    case sameYears
    /// A word that begins what is said of a sum: "the 5 billion that".
    case relative
    /// A word that leaves the last year of a span as the only one: "by", "d'ici à".
    case until
    /// Words that mean the year behind the one that was named last where no noun follows: "and X the next".
    case another
    /// "this year", "cette année".
    case thisYear
    /// "last year", "l'an passé": the year of a sum beside it, which is over.
    case lastYear
    /// "next year", "l'an prochain".
    case nextYear
    /// The year behind the one that was named last: "the year after".
    case yearAfter
    /// Words that make the year of publication the first one: "between now and".
    case now
    /// A word for years that begin with the one of publication: "the next three years", "les dix prochaines années".
    case ahead
    /// Such words for ten years: "the coming decade".
    case decadeAhead
    /// Words for the year that the sentences before named last: "by then", "d'ici là".
    case then
    /// Words for two or more who do something together: "the pair", "société commune". What they spend is a deal of theirs.
    case joint
    /// "by the end of the decade": the year that ends it.
    case decadeEnd
    /// Words between two years of one span: "and", "to", "et", "à".
    case join
    /// A word that makes it another kind of sum: revenue, valuation, what was spent, a contract.
    case other
    /// A word for money that is borrowed, raised or paid for goods: like `other`, but where somebody foresees it of a whole
    /// trade.
    case payment
    /// A revised plan's old figure stands behind it ("against an earlier"), or what is only a part of a sum ("dont").
    case old
    /// A verb for what was planned: "had", "prévoyait". Behind it is the old figure of a plan where the text tells a new one.
    case former
    /// A verb for what a sum has been, directly before it: "came to", "a atteint".
    case past
    /// Words behind a sum for what it is: "what", "that is what", "c'est ce que".
    case what
    /// A preposition before the price of something: "for", "moyennant".
    case price
    /// Words for how, for what or whom somebody is paid, or for talks about it: "in return for", "payable d'avance".
    case paid
    /// The same directly before a sum, where another one follows: "from X to Y", "de X à Y".
    case from
    /// A preposition before the other side of a deal: "from", "with", "auprès de".
    case party
    /// A preposition before what money is put into: "in", "dans".
    case into
    /// A verb that makes the sum behind it the lower end: "will top".
    case above
    /// Words that make it the upper end: "ne franchira pas".
    case below
    /// The whole world.
    case world
    /// What the money buys is a part of a company: "equity", "au capital de".
    case equity

    /// Whether a sentence may tell an estimate by it: without such a word only one that goes on with another's plan does.
    var mayTell: Bool {
        switch self {
        case .forecast, .market, .sales, .capex, .plan, .dedicate, .spend, .future, .build: true
        default: false
        }
    }

    /// Whether it may stand for years without a figure.
    var mayNameYears: Bool {
        switch self {
        case .thisYear, .nextYear, .yearAfter, .another, .then, .decadeEnd, .ahead, .decadeAhead: true
        default: false
        }
    }

    /// What a form of a word that inflects says; `nil` for one that says nothing.
    func told(by form: WordFeatures) -> EstimateWord? {
        guard self == .verb || self == .rise else { return self }
        if !form.isDisjoint(with: [.future, .conditional]) { return self == .verb ? .dedicate : .future }
        guard self == .verb else { return nil }
        return form.isDisjoint(with: [.infinitive, .gerund]) ? .build : .spend
    }

    /// Whether it tells of another kind of sum.
    var tellsOther: Bool { self == .other || self == .payment || self == .sales || self == .equity }
}
