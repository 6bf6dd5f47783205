import HTTPCore
import Model

/// What a caller must be allowed to do.
public enum AccessScope: String, CaseIterable, Comparable, Sendable {
    /// Read records.
    case read
    /// Add articles and correct records.
    case write
    /// All of it.
    case admin

    public static func < (left: AccessScope, right: AccessScope) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .read: 0
        case .write: 1
        case .admin: 2
        }
    }
}

/// One method of one path: what the router, the check of parameters, the API description and the documentation share.
struct Operation: Sendable {
    /// What answers.
    enum Answer: Sendable {
        /// An answer that never waits.
        case immediate(@Sendable (Service, Call) throws(Problem) -> HTTPResponse)
        /// An answer that waits for the engine or the writer.
        case waiting(@Sendable (Service, Call) async throws(Problem) -> HTTPResponse)
    }

    /// What is sent or answered, for the API description.
    struct Content: Sendable {
        /// Media type and the name of its schema.
        let types: [(media: String, schema: String)]
        let summary: String
    }

    /// A stable name, `operationId` in the API description.
    let name: String
    let method: HTTPMethod
    /// With `{name}` segments.
    let path: String
    let summary: String
    /// What the caller must be allowed to do; `nil` for what is open to all.
    var scope: AccessScope? = .read
    var parameters: [Parameter] = []
    /// Whether parameters that are not known are let through.
    var isLenient = false
    /// What it takes, where it takes a body.
    var content: Content?
    /// What it answers, by status.
    var answers: [(status: Int, content: Content)] = []
    /// Header fields that it alone reads, for the API description.
    var headers: [Parameter] = []
    /// The formats that a suffix of the path can name.
    var suffixes: [ListFormat] = []
    /// Whether the same target has the same answer as long as nothing is written.
    var isKept = false
    let answer: Answer

    /// Header fields that it reads: its own, and what makes a write safe to repeat.
    var readHeaders: [Parameter] {
        if case .waiting = answer { headers + [Self.idempotencyKey] } else { headers }
    }
}

/// A request to an operation.
struct Call: Sendable {
    let request: HTTPRequest
    let query: CheckedQuery
    /// Who asks.
    let caller: Caller

    /// The value of a segment of the path.
    func path(_ name: String) -> String {
        request.parameters[name] ?? ""
    }

    /// The moment that `as_of` asks for; `nil` for now.
    var moment: Timestamp? {
        query.value("as_of").flatMap { try? Timestamp($0) }
    }
}

/// Who asks.
struct Caller: Sendable {
    /// The name of the token, or the address.
    let name: String
    /// What they may do.
    let scope: AccessScope
}
