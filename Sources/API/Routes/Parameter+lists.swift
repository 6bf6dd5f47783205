import Model

/// The parameters of the lists.
extension Parameter {
    /// The parameters that every list takes.
    static func page<Field>(_ configuration: APIConfiguration, _ list: RecordList<Field>) -> [Parameter] {
        let names = Field.allCases.filter(\.isSortable).map(\.rawValue)
        return [
            single(
                "sort", .choice(names.flatMap { [$0, "-" + $0] }),
                "the field to order by; - for the largest first; records without it come last"),
            single("limit", .integer(1...configuration.pageLimit), "how many rows a page has"),
            single("cursor", .text, "where to go on: from `next` of the page before"),
            single("fields", .choices(list.members), "the members to answer with, between commas"),
        ]
    }

    /// The moment whose state is shown.
    static let asOf = single("as_of", .moment, "the state at this moment instead of now")
    /// The words to search for.
    static let search = single("q", .text, "words to find, all of them, inflected or not, with or without accents")
    /// When a record was made.
    static let createdAt = field("created_at", .moment, "when the record was made")
    /// The article that a record is from.
    static let article = field("article", .text, "the id of an article behind the record")
    /// The id.
    static let id = field("id", .text, "the id")

    /// The companies that take part.
    static let parties: [Parameter] = [
        several("party", .text, "a company by name, alias or id; companies that belong to it count as well"),
        single("exact_party", .flag, "true leaves out companies that belong to the one named"),
    ]

    static let deals: [Parameter] =
        parties + [
            several("between", .names, "two or more companies between commas that all take part")
        ] + Role.allCases.map { several($0.rawValue, .text, "a company that takes part as \($0.rawValue)") } + [
            field("type", .choice(DealType.allCases.map(\.rawValue)), "what moves"),
            field("status", .choice(DealStatus.allCases.map(\.rawValue)), "how far it has come"),
            field("binding", .flag, "true: signed or completed; what is only an option is no part of a deal's sum"),
            field("purpose", .choice(Purpose.allCases.map(\.rawValue)), "what it is for"),
            field("value", .integer(0...Int.max), "the sum in whole units: gte and gt compare min, lte and lt max"),
            field("currency", .text, "the currency of the sum (ISO 4217)"),
            field("power_mw", .thousandths, "the electrical capacity in megawatts"),
            field("announced_on", .day, "the day on which it was announced or signed"),
            field("term_months", .integer(0...Int.max), "its length in months"),
            field("term_end", .day, "the day, month or year in which it ends, by its first day"),
            field("review", .choice(ReviewState.allCases.map(\.rawValue)), "whether a person has looked at it"),
            field("confidence", .thousandths, "the probability that the record is right, 0 to 1"),
            field("sources", .integer(0...Int.max), "how many articles and editors tell it"),
            field("independent_sources", .integer(0...Int.max), "how many publishers tell it"),
            field("conflicts", .integer(0...Int.max), "how many statements of sources differ from what is shown"),
            article, id, createdAt,
            field("changed_at", .moment, "when the record last changed"),
            single("changed_since", .moment, "records that changed at this moment or later"),
            search, asOf,
            single(
                "facets", .choices(["type", "status", "currency", "purpose", "review", "binding"]),
                "fields to count the values of"),
        ]

    static let companies: [Parameter] = [
        search,
        field("name", .text, "the name"),
        field("country", .text, "the country (ISO 3166)"),
        field("kind", .text, "what it is: lab, cloud, chip, bank, …"),
        field("deals", .integer(0...Int.max), "how many deals it takes part in"),
        id, createdAt,
        field("changed_at", .moment, "when the record last changed"),
        single("changed_since", .moment, "records that changed at this moment or later"),
        asOf,
    ]

    static let allocations: [Parameter] =
        parties + [
            field("product", .text, "the product as its maker writes it"),
            field("vendor", .text, "the maker"),
            field("unit", .choice(Allocation.Unit.allCases.map(\.rawValue)), "what is counted"),
            field("stage", .choice(Allocation.Stage.allCases.map(\.rawValue)), "promised or only possible"),
            field("binding", .flag, "true: promised by a deal that is signed or completed, and no option"),
            field("count", .integer(0...Int.max), "how many"),
            field("deal", .text, "the id of the deal"),
            id, createdAt, asOf,
        ]

    static let relationships: [Parameter] =
        parties + [
            field(
                "predicate", .choice(Relationship.Predicate.allCases.map(\.rawValue)),
                "how the subject stands to the object"),
            field("subject", .text, "the company that stands in the relation"),
            field("object", .text, "the company to which it stands"),
            article, id, createdAt, asOf,
        ]

    static let estimates: [Parameter] =
        parties + [
            field("source", .text, "who says so"),
            field("region", .text, "a country (ISO 3166), EU or world"),
            field("currency", .text, "the currency of the sum (ISO 4217)"),
            field("value", .integer(0...Int.max), "the sum in whole units"),
            field("from", .integer(0...9999), "the first year"),
            field("to", .integer(0...9999), "the last year"),
            search, article, id, createdAt, asOf,
        ]

    static let statements: [Parameter] =
        parties + [
            field("speaker", .text, "who said it"),
            field("affiliation", .text, "the organisation that the speaker speaks for"),
            search, article, id, createdAt, asOf,
        ]

    static let articles: [Parameter] = [
        search,
        field("language", .text, "the language: fr or en"),
        field("source", .text, "who published it"),
        field("url", .url, "where it was published; scheme, www. and tracking parameters do not matter"),
        field("published", .day, "the day of publication"),
        id, createdAt, asOf,
    ]
}
