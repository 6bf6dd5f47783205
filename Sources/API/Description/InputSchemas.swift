import Model

/// The schemas of what is sent.
enum InputSchemas {
    static let all: [(String, Schema)] = [
        ("ArticleInput", .either([article("text"), article("html")])),
        (
            "DealInput",
            .object(
                deal, optional: ["value", "term", "power_mw", "announced_on", "purposes", "allocations"], isClosed: true
            )
        ),
        (
            "DealPatch",
            .object(
                deal + [("review", words(ReviewState.self))], optional: everything(deal + [("review", .null)]),
                isClosed: true)
        ),
        ("CompanyPatch", .object(company, optional: everything(company), isClosed: true)),
        ("MergeInput", .object([("into", .text)], isClosed: true)),
        ("SplitInput", .object([("articles", .array(.text, minimum: 1))], isClosed: true)),
    ]

    /// An article whose words are in the member `content`.
    private static func article(_ content: String) -> Schema {
        .object(
            [
                (content, .text), ("title", text), ("url", url), ("published", .nullable(.day)),
                ("language", .nullable(.string(pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"))), ("source", text),
            ], optional: ["title", "url", "published", "language", "source"], isClosed: true)
    }

    private static let text = Schema.nullable(.text)
    private static let url = Schema.nullable(.string(pattern: "^https?://[A-Za-z0-9.-]+(/[A-Za-z0-9/._~-]*)?$"))
    private static let count = Schema.nullable(.integer(0...Int.max))
    private static let date = Schema.nullable(.string(pattern: "^20[0-9]{2}(-(0[1-9]|1[0-2]))?$"))

    private static func words<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> Schema {
        .choice(type.allCases.map(\.rawValue))
    }

    private static func everything(_ members: [(String, Schema)]) -> Set<String> {
        Set(members.map(\.0))
    }

    private static let party = Schema.object(
        [("id", .string()), ("company", .text), ("also", .array(.text)), ("role", words(Role.self))],
        optional: ["id", "also"], isClosed: true)

    private static let money = Schema.either([money("min", or: "max"), money("max", or: "min")])

    /// A sum of which one end must be given.
    private static func money(_ given: String, or other: String) -> Schema {
        .object(
            [
                (given, .integer(0...Int.max)), (other, count),
                ("currency", .choice(["USD", "EUR", "GBP", "JPY", "CNY"])),
            ],
            optional: [other], isClosed: true)
    }

    private static let term = Schema.object(
        [("months", count), ("start", date), ("end", date), ("multi_year", .nullable(.boolean))],
        optional: ["months", "start", "end", "multi_year"], isClosed: true)

    private static let allocation = Schema.object(
        [
            ("id", .string()), ("product", text), ("vendor", text), ("unit", words(Allocation.Unit.self)),
            ("min", count),
            ("max", count), ("stage", words(Allocation.Stage.self)),
        ], optional: ["id", "product", "vendor", "min", "max"], isClosed: true)

    private static let deal: [(String, Schema)] = [
        ("type", words(DealType.self)), ("status", words(DealStatus.self)), ("parties", .array(party, minimum: 2)),
        ("value", .nullable(money)), ("term", .nullable(term)), ("power_mw", .nullable(.integer(1...1_000_000))),
        ("announced_on", .nullable(.day)), ("purposes", .nullable(.array(words(Purpose.self)))),
        ("allocations", .nullable(.array(allocation))),
    ]

    private static let company: [(String, Schema)] = [
        ("name", .text), ("aliases", .array(.text)), ("parent", text), ("country", text), ("kind", text),
    ]
}
