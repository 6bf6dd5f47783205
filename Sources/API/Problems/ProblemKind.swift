import HTTPCore

/// What can go wrong, from the caller's point of view: the `type` of a problem document (RFC 9457) and its status.
///
/// The one place where a failure gets its HTTP status. The raw value is the fragment of the type's URI, which
/// leads to its description on the documentation page.
enum ProblemKind: String, CaseIterable, Sendable {
    case invalidRequest = "invalid-request"
    case invalidEncoding = "invalid-encoding"
    case invalidJSON = "invalid-json"
    case unknownParameter = "unknown-parameter"
    case invalidParameter = "invalid-parameter"
    case unauthorized
    case forbidden
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case requestTimeout = "request-timeout"
    case notAcceptable = "not-acceptable"
    case conflict
    case gone
    case preconditionFailed = "precondition-failed"
    case contentTooLarge = "content-too-large"
    case targetTooLong = "target-too-long"
    case unsupportedMediaType = "unsupported-media-type"
    case unsupportedExpectation = "unsupported-expectation"
    case invalidContent = "invalid-content"
    case preconditionRequired = "precondition-required"
    case rateLimited = "rate-limited"
    case headTooLarge = "head-too-large"
    case internalError = "internal-error"
    case notImplemented = "not-implemented"
    case busy
    case unsupportedVersion = "unsupported-version"
    case storageFull = "storage-full"

    /// The status of the answer.
    var status: HTTPStatus {
        HTTPStatus(facts.status)
    }

    /// A few words that are the same for every occurrence.
    var title: String {
        facts.title
    }

    /// The kind that stands for a status that another layer has chosen.
    init(_ status: HTTPStatus) {
        self =
            Self.allCases.first { $0.status == status } ?? (status.code < 500 ? .invalidRequest : .internalError)
    }

    private var facts: (status: Int, title: String) {
        switch self {
        case .invalidRequest: (400, "The request cannot be understood")
        case .invalidEncoding: (400, "The text is not in the encoding that it claims")
        case .invalidJSON: (400, "The body is not valid JSON")
        case .unknownParameter: (400, "There is no such parameter")
        case .invalidParameter: (400, "A parameter has a value that it cannot have")
        case .unauthorized: (401, "A valid token is needed")
        case .forbidden: (403, "The token does not allow this")
        case .notFound: (404, "There is nothing here")
        case .methodNotAllowed: (405, "The resource does not know this method")
        case .notAcceptable: (406, "None of the accepted formats is available")
        case .requestTimeout: (408, "The request took too long to arrive")
        case .conflict: (409, "The request conflicts with what is stored")
        case .gone: (410, "The record was retracted")
        default: contentFacts
        }
    }

    private var contentFacts: (status: Int, title: String) {
        switch self {
        case .preconditionFailed: (412, "The record has changed since it was read")
        case .contentTooLarge: (413, "The body is too large")
        case .targetTooLong: (414, "The request target is too long")
        case .unsupportedMediaType: (415, "The body has a type that is not taken here")
        case .unsupportedExpectation: (417, "The expectation cannot be met")
        case .invalidContent: (422, "The body is well formed but cannot be used")
        case .preconditionRequired: (428, "The request must say which version it changes")
        case .rateLimited: (429, "Too many requests")
        case .headTooLarge: (431, "The header fields are too large")
        case .notImplemented: (501, "The request needs something that is not built in")
        case .busy: (503, "The service is busy")
        case .unsupportedVersion: (505, "The protocol version is not spoken here")
        case .storageFull: (507, "The storage is full")
        default: (500, "Something went wrong inside the service")
        }
    }
}
