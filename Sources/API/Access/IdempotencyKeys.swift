import HTTPCore
import Synchronization

/// Remembers the answers to writes that carried an `Idempotency-Key`, so that a repeated one is not done twice
/// (draft-ietf-httpapi-idempotency-key-header). Kept in memory, for as long as the service runs and at most a day.
final class IdempotencyKeys: Sendable {
    /// What is known of a key.
    enum Claim: Sendable {
        /// Nothing: the write is the caller's to make.
        case new
        /// The write was made; its answer.
        case done(HTTPResponse)
        /// The write is being made.
        case running
        /// The key was used for another request.
        case reused
    }

    private struct Entry {
        var request: ContentHash
        var answer: HTTPResponse?
        var at: Int
    }

    /// How many keys are kept: about 20 MB of answers.
    private static let capacity = 10_000
    /// How long they are kept, in microseconds: a day.
    private static let lifetime = 86_400_000_000

    private let entries = Mutex<[String: Entry]>([:])

    /// Claims a key for a request.
    func claim(_ key: String, for request: ContentHash, now: Int) -> Claim {
        entries.withLock { entries in
            if let entry = entries[key], now - entry.at < Self.lifetime {
                guard entry.request == request else { return .reused }
                return entry.answer.map(Claim.done) ?? .running
            }
            if entries.count >= Self.capacity { Self.forget(&entries, now: now) }
            entries[key] = Entry(request: request, answer: nil, at: now)
            return .new
        }
    }

    /// Keeps the answer to the write of a key; a failure of the service frees the key.
    func finish(_ key: String, _ answer: HTTPResponse) {
        entries.withLock { entries in
            if answer.status.code < 500, case .bytes = answer.body {
                entries[key]?.answer = answer
            } else if answer.status.code < 500, case .empty = answer.body {
                entries[key]?.answer = answer
            } else {
                entries[key] = nil
            }
        }
    }

    /// Makes room: what has ended goes, then the older half.
    private static func forget(_ entries: inout [String: Entry], now: Int) {
        entries = entries.filter { now - $0.value.at < lifetime }
        guard entries.count >= capacity else { return }
        let median = entries.values.map(\.at).sorted()[entries.count / 2]
        entries = entries.filter { $0.value.at > median || $0.value.answer == nil }
    }
}

extension Service {
    /// The answer to a write, once for each `Idempotency-Key`.
    func once(
        _ request: HTTPRequest, _ caller: Caller, _ write: () async throws(Problem) -> HTTPResponse
    ) async throws(Problem) -> HTTPResponse {
        guard let name = request.fields["idempotency-key"] else { return try await write() }
        if let fault = Parameter.Kind.key.fault(in: name) {
            throw Problem(
                .invalidRequest, "Idempotency-Key: \(fault)",
                errors: [Problem.Fault(place: .header("Idempotency-Key"), detail: fault)])
        }
        if case .stream = request.body { return try await write() }
        let key = [caller.name, request.method.name, request.path, name].joined(separator: "\0")
        let digest = ContentHash(Array((request.query ?? "").utf8) + [0] + request.body.bytes)
        switch idempotency.claim(key, for: digest, now: clock().microseconds) {
        case .done(var answer):
            answer.fields.set("idempotent-replayed", "true")
            return answer
        case .running: throw Problem(.conflict, "a request with this Idempotency-Key is being answered")
        case .reused: throw Problem(.invalidContent, "this Idempotency-Key was used for another request")
        case .new: break
        }
        do throws(Problem) {
            let answer = try await write()
            idempotency.finish(key, answer)
            return answer
        } catch {
            idempotency.finish(key, error.response)
            throw error
        }
    }
}
