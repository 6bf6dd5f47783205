/// A JSON Schema (draft 2020-12), as far as the API description needs it.
indirect enum Schema: Sendable {
    case string(pattern: String? = nil, format: String? = nil)
    case integer(ClosedRange<Int>? = nil)
    case number
    case boolean
    case anything
    case constant(String)
    case choice([String])
    case array(Schema, minimum: Int = 0)
    case nullable(Schema)
    case reference(String)
    /// An object with these members; those in `optional` may be missing; a closed one has no others.
    case object([(String, Schema)], optional: Set<String> = [], isClosed: Bool = false)
    /// An object that has the members of several schemas.
    case all([Schema])
    case either([Schema])
    case map(Schema)
    case null

    /// Some text that is not blank.
    static let text = Schema.string(pattern: #"^[^\u0000]*[^\s\u0000][^\u0000]*$"#)
    /// A day.
    static let day = Schema.string(format: "date")
    /// A moment.
    static let moment = Schema.string(format: "date-time")

    func write(to writer: inout JSONWriter) {
        writer.object { write(members: &$0) }
    }

    private func write(members writer: inout JSONWriter) {
        switch self {
        case .string(let pattern, let format):
            writer.member("type", "string")
            if let pattern { writer.member("pattern", pattern) }
            if let format { writer.member("format", format) }
        case .integer(let range):
            writer.member("type", "integer")
            if let range { writer.range(range) }
        case .number: writer.member("type", "number")
        case .boolean: writer.member("type", "boolean")
        case .anything: break
        case .null: writer.member("type", "null")
        case .constant(let word): writer.member("const", word)
        case .choice(let words):
            writer.member("type", "string")
            writer.key("enum")
            writer.array(words) { $0.string($1) }
        case .array(let items, let minimum):
            writer.member("type", "array")
            writer.key("items")
            items.write(to: &writer)
            if minimum > 0 {
                writer.key("minItems")
                writer.integer(minimum)
            }
        case .nullable(let schema): Self.list("anyOf", [schema, .null], to: &writer)
        case .reference(let name): writer.member("$ref", "#/components/schemas/\(name)")
        case .object(let members, let optional, let isClosed):
            Self.object(members, optional, isClosed, to: &writer)
        case .all(let schemas): Self.list("allOf", schemas, to: &writer)
        case .either(let schemas): Self.list("anyOf", schemas, to: &writer)
        case .map(let schema):
            writer.member("type", "object")
            writer.key("additionalProperties")
            schema.write(to: &writer)
        }
    }

    private static func list(_ key: String, _ schemas: [Schema], to writer: inout JSONWriter) {
        writer.key(key)
        writer.array(schemas) { $1.write(to: &$0) }
    }

    private static func object(
        _ members: [(String, Schema)], _ optional: Set<String>, _ isClosed: Bool, to writer: inout JSONWriter
    ) {
        writer.member("type", "object")
        writer.key("properties")
        writer.object { writer in
            for (name, schema) in members {
                writer.key(name)
                schema.write(to: &writer)
            }
        }
        let required = members.map(\.0).filter { !optional.contains($0) }
        if !required.isEmpty {
            writer.key("required")
            writer.array(required) { $0.string($1) }
        }
        if isClosed {
            writer.key("additionalProperties")
            writer.bool(false)
        }
    }
}

extension JSONWriter {
    /// A member that is a string.
    mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    /// The members `minimum` and `maximum`, the latter where there is one.
    mutating func range(_ range: ClosedRange<Int>) {
        key("minimum")
        integer(range.lowerBound)
        if range.upperBound < Int.max {
            key("maximum")
            integer(range.upperBound)
        }
    }
}
