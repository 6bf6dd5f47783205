/// What a word says of a sum that somebody expects.
enum EstimateWord: String, Sendable, CaseIterable {
    /// A verb or phrase that gives a forecast: "expects", "puts … at", "selon les calculs de".
    case forecast
    /// A word behind which the source stands: "according to".
    case source
    /// What a forecast is of: "market", "spending", "outlay".
    case market
    /// One company's own spending: "capital expenditure", "investment plan".
    case capex
    /// A word of intention before a verb of spending: "plans to", "compte".
    case plan
    /// A verb of spending: "spend", "invest", "consacrer".
    case spend
    /// A word that leaves the last year of a span as the only one: "by", "d'ici à".
    case until
    /// "this year", "cette année".
    case thisYear
    /// "next year", "l'an prochain".
    case nextYear
    /// Words between two years of one span: "and", "to", "et", "à".
    case join
    /// A word that makes it another kind of sum: revenue, valuation, what was spent, a contract.
    case other
    /// A revised plan's old figure stands behind it: "from", "against an earlier".
    case old
    /// The whole world.
    case world
}
