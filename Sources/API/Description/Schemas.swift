import Model

/// The schemas of what is answered.
enum Schemas {
    /// All schemas by name, in the order of the description.
    static let all: [(String, Schema)] = records + parts + answers + inputs

    private static func words<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> Schema {
        .choice(type.allCases.map(\.rawValue))
    }

    private static let count = Schema.integer(0...Int.max)
    private static let string = Schema.string()
    private static let optionalString = Schema.nullable(.string())
    private static let bounds: [(String, Schema)] = [("min", .nullable(count)), ("max", .nullable(count))]
    private static let confidence = ("confidence", Schema.number)
    private static let evidence = ("evidence", Schema.array(.reference("Evidence")))
    private static let basis: [(String, Schema)] = [
        confidence, ("sources", .array(.reference("Source"))), evidence, ("created_at", .moment),
    ]
    private static let allocation: [(String, Schema)] =
        [
            ("product", optionalString), ("vendor", optionalString), ("unit", words(Allocation.Unit.self)),
        ] + bounds + [("stage", words(Allocation.Stage.self))]
    private static let deal: [(String, Schema)] = [
        ("type", words(DealType.self)), ("status", words(DealStatus.self)), ("parties", .array(.reference("Party"))),
        ("value", .nullable(.reference("Money"))), ("term", .nullable(.reference("Term"))),
        ("power_mw", .nullable(.number)), ("announced_on", .nullable(.day)),
        ("purposes", .array(words(Purpose.self))), ("allocations", .array(.object(allocation))),
    ]
    private static let relationship: [(String, Schema)] = [
        ("subject", string), ("predicate", words(Relationship.Predicate.self)), ("object", string),
    ]
    private static let estimate: [(String, Schema)] = [
        ("source", optionalString), ("subject", string), ("region", optionalString), ("value", .reference("Money")),
        ("from", .nullable(.integer())), ("to", .nullable(.integer())),
    ]
    private static let statement: [(String, Schema)] = [
        ("speaker", string), ("affiliation", optionalString), ("quote", string),
    ]

    private static let records: [(String, Schema)] = [
        (
            "Deal",
            .object(
                [("id", string), ("binding", .boolean)] + deal + [
                    ("review", words(ReviewState.self)), ("independent_sources", count),
                    ("statuses", .array(.reference("StatusStep"))), ("conflicts", .array(.reference("Conflict"))),
                    ("lineage", .array(.reference("Lineage"))),
                ] + basis + [("changed_at", .moment), ("version", count)])
        ),
        (
            "Company",
            .object([
                ("id", string), ("name", string), ("aliases", .array(string)),
                ("parent", .nullable(.object([("id", string), ("name", optionalString)]))), ("country", optionalString),
                ("kind", optionalString), ("deals", count), ("relationships", count), ("created_at", .moment),
                ("changed_at", .moment), ("version", count),
            ])
        ),
        (
            "Allocation",
            .object(
                [("id", string)] + allocation + [
                    (
                        "deal",
                        .object([
                            ("id", string), ("type", words(DealType.self)), ("status", words(DealStatus.self)),
                            ("announced_on", .nullable(.day)), ("parties", .array(.reference("Party"))),
                        ])
                    ), evidence,
                ])
        ),
        (
            "Relationship",
            .object([("id", string)] + relationship + [("subject_id", string), ("object_id", string)] + basis)
        ),
        ("Estimate", .object([("id", string)] + estimate + basis)),
        ("Statement", .object([("id", string)] + statement + basis)),
        ("Article", .object(article)),
    ]

    private static let article: [(String, Schema)] = [
        ("id", string), ("title", string), ("url", optionalString), ("source", optionalString),
        ("language", optionalString), ("published", .nullable(.day)), ("reprint_of", optionalString),
        ("engine", string), ("created_at", .moment), ("warnings", .array(.reference("Warning"))),
    ]

    private static let parts: [(String, Schema)] = [
        ("Money", .object(bounds + [("currency", .string(pattern: "^[A-Z]{3}$"))])),
        (
            "Term",
            .object([
                ("months", .nullable(count)), ("start", optionalString), ("end", optionalString),
                ("multi_year", .boolean),
            ])
        ),
        (
            "Party",
            .object(
                [("id", string), ("company", string), ("also", .array(string)), ("role", words(Role.self))],
                optional: ["id", "also"])
        ),
        (
            "Evidence",
            .object(
                [
                    ("field", string), ("article", string), ("start", count), ("end", count), ("quote", string),
                    ("rule", string),
                ], optional: ["article"])
        ),
        ("Source", .object([("article", optionalString), ("at", .moment)])),
        ("StatusStep", .object([("status", words(DealStatus.self)), ("on", .nullable(.day)), ("source", count)])),
        ("Conflict", .object([("field", string), ("says", .anything), ("source", count)])),
        ("Lineage", .object([("kind", words(Lineage.Kind.self)), ("deal", string)])),
        ("Warning", .object([("code", string), ("detail", string)])),
        (
            "Problem",
            .object(
                [
                    ("type", string), ("title", string), ("status", .integer(400...599)), ("detail", string),
                    (
                        "errors",
                        .array(
                            .object(
                                [("parameter", string), ("pointer", string), ("header", string), ("detail", string)],
                                optional: ["parameter", "pointer", "header"]))
                    ),
                ], optional: ["errors"])
        ),
    ]

    /// The lists that articles and receipts hold; in a dry run the records have no ids.
    private static let found: [(String, Schema)] = [
        ("deals", .array(.object(deal + [confidence, evidence]))),
        ("relationships", .array(.object(relationship + [confidence, evidence]))),
        ("estimates", .array(.object(estimate + [confidence, evidence]))),
        ("statements", .array(.object(statement + [confidence, evidence]))),
        ("companies", .array(.object([("name", string)]))),
    ]

    private static let answers: [(String, Schema)] = [
        (
            "Receipt",
            .object(
                [
                    ("id", optionalString), ("status", .choice(["created", "known"])), ("dry_run", .boolean),
                    ("language", optionalString),
                ] + found + [("warnings", .array(.reference("Warning")))], optional: ["dry_run"])
        ),
        ("FullArticle", .object(article + found + [("text", string)])),
        (
            "History",
            .object([
                ("id", string),
                (
                    "data",
                    .array(.object([("version", count), ("at", .moment), ("record", .reference("Deal"))]))
                ), ("count", count),
            ])
        ),
        ("Health", .object([("status", string)])),
    ]

    private static let inputs: [(String, Schema)] = InputSchemas.all
}
