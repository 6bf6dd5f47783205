import HTTPCore

extension Operation {
    /// What may be refused, by status, for the API description.
    var refusals: [(String, String)] {
        var refusals: [(String, String)] = [("400", "a parameter or the body cannot be understood")]
        if scope != nil {
            refusals += [("401", "a valid token is needed"), ("403", "the token does not allow this")]
        }
        if path.contains("{") { refusals.append(("404", "there is no such record")) }
        if !suffixes.isEmpty { refusals.append(("406", "none of the accepted formats is available")) }
        if path.contains("/merge") || path.contains("/split") || path.contains("/unmerge") {
            refusals.append(("409", "it makes no sense for the record as it stands"))
        }
        if headers.contains(where: { $0.name == "If-Match" }) {
            refusals.append(("412", "the record has changed since it was read"))
        }
        if content != nil {
            refusals += [
                ("413", "the body is too large"), ("415", "the body has a type that is not taken"),
                ("422", "the body cannot be used"),
            ]
        }
        if method == .patch { refusals.append(("428", "If-Match is missing")) }
        return refusals + [("default", "any other refusal or failure")]
    }

    /// An answer that is a JSON document of a schema.
    static func json(_ status: Int, _ schema: String, _ summary: String) -> (status: Int, content: Content) {
        (status, Content(types: [("application/json", schema)], summary: summary))
    }

    /// An answer without a body.
    static func bare(_ status: Int, _ summary: String) -> (status: Int, content: Content) {
        (status, Content(types: [], summary: summary))
    }

    /// A list in all its formats.
    static func listed(_ schema: String) -> (status: Int, content: Content) {
        (
            200,
            Content(
                types: [("application/json", schema + "[]"), ("text/csv", ""), ("application/x-ndjson", "")],
                summary: "the records")
        )
    }
}

extension Parameter.Kind {
    /// The schema of a value.
    var schema: Schema {
        switch self {
        case .text: .text
        case .names:
            .string(pattern: #"^[^,\u0000]*[^\s,\u0000][^,\u0000]*(,[^,\u0000]*[^\s,\u0000][^,\u0000]*)+$"#)
        case .url: .string(pattern: "^https?://[A-Za-z0-9.-]+(/[A-Za-z0-9/._~-]*)?$")
        case .language: .string(pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$")
        case .choice(let words): .choice(words)
        case .choices(let words): .array(.choice(words), minimum: 1)
        case .integer(let range): .integer(range)
        case .thousandths: .string(pattern: "^[0-9]{1,12}([.][0-9]{1,3})?$")
        case .key: .string(pattern: "^[!-~]([ -~]{0,253}[!-~])?$")
        case .day: .day
        case .moment: .moment
        case .flag: .boolean
        }
    }
}
