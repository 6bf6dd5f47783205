import HTTPCore

/// A failure as the caller sees it: `application/problem+json` (RFC 9457) with `type`, `title`, `status`, `detail` and,
/// where input is at fault, `errors`.
struct Problem: Error, Sendable {
    /// One fault of the input.
    struct Fault: Hashable, Sendable {
        /// Where the fault is.
        enum Place: Hashable, Sendable {
            /// A parameter of the query.
            case parameter(String)
            /// A JSON pointer (RFC 6901) into the body.
            case pointer(String)
            /// A header field.
            case header(String)
        }

        let place: Place
        let detail: String
    }

    /// Faults that one answer lists. No more are looked for: to name the nearest word for each of a thousand wrong ones would
    /// keep others waiting for seconds.
    static let faultLimit = 16

    /// What went wrong, as a class.
    let kind: ProblemKind
    /// What went wrong this time, and what would be right.
    let detail: String
    /// Each fault of the input.
    var errors: [Fault] = []
    /// Header fields that the answer needs beside.
    var fields: [(String, String)] = []

    init(_ kind: ProblemKind, _ detail: String, errors: [Fault] = []) {
        self.kind = kind
        self.detail = detail
        self.errors = errors
    }

    /// A parameter of the query that has no such value.
    static func parameter(_ name: String, _ detail: String) -> Problem {
        Problem(
            .invalidParameter, "parameter \(name): \(detail)",
            errors: [Fault(place: .parameter(name), detail: detail)])
    }

    /// A member of the body that cannot be used.
    static func pointer(_ pointer: String, _ detail: String) -> Problem {
        Problem(
            .invalidContent, pointer.isEmpty ? detail : "\(pointer): \(detail)",
            errors: [Fault(place: .pointer(pointer), detail: detail)])
    }

    /// The problem document.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { write(in: &$0) }
        return writer.bytes
    }

    /// The answer.
    var response: HTTPResponse {
        var response = HTTPResponse(kind.status, contentType: "application/problem+json", json)
        for (name, value) in fields { response.fields.set(name, value) }
        return response
    }

    /// Writes the members of the document.
    func write(in writer: inout JSONWriter) {
        writer.key("type")
        writer.string("/docs#\(kind.rawValue)")
        writer.key("title")
        writer.string(kind.title)
        writer.key("status")
        writer.integer(kind.status.code)
        writer.key("detail")
        writer.string(detail)
        guard !errors.isEmpty else { return }
        writer.key("errors")
        writer.array(errors) { writer, fault in writer.object { fault.write(in: &$0) } }
    }
}

extension Problem.Fault {
    func write(in writer: inout JSONWriter) {
        switch place {
        case .parameter(let name):
            writer.key("parameter")
            writer.string(name)
        case .pointer(let pointer):
            writer.key("pointer")
            writer.string(pointer)
        case .header(let name):
            writer.key("header")
            writer.string(name)
        }
        writer.key("detail")
        writer.string(detail)
    }
}
