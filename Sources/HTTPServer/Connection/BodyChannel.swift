import HTTPCore

/// Carries the parts of a streamed content from the loop to the handler that reads them.
///
/// The loop pushes while ``isFull`` is false and reads on when `onDrain` is called; one reader at a time waits.
final class BodyChannel: Sendable {
    private struct State {
        var parts: [[UInt8]] = []
        var byteCount = 0
        var outcome: Result<Void, RequestBodyError>?
        var waiter: CheckedContinuation<[UInt8]?, any Error>?
    }

    private let state = Locked(State())
    private let capacity: Int
    private let onDrain: @Sendable () -> Void

    /// A channel that is full when `capacity` bytes wait.
    init(capacity: Int, onDrain: @escaping @Sendable () -> Void) {
        self.capacity = capacity
        self.onDrain = onDrain
    }

    /// Whether the handler has to catch up first.
    var isFull: Bool { state.withLock { $0.byteCount >= capacity } }

    /// Adds a part.
    func push(_ part: [UInt8]) {
        let waiter = state.withLock { state -> CheckedContinuation<[UInt8]?, any Error>? in
            guard state.outcome == nil else { return nil }
            if let waiter = state.waiter {
                state.waiter = nil
                return waiter
            }
            state.parts.append(part)
            state.byteCount += part.count
            return nil
        }
        waiter?.resume(returning: part)
    }

    /// Ends the content; only the first call counts.
    func finish(_ outcome: Result<Void, RequestBodyError>) {
        let waiter = state.withLock { state -> CheckedContinuation<[UInt8]?, any Error>? in
            guard state.outcome == nil else { return nil }
            state.outcome = outcome
            defer { state.waiter = nil }
            return state.waiter
        }
        switch outcome {
        case .success: waiter?.resume(returning: nil)
        case .failure(let error): waiter?.resume(throwing: error)
        }
    }

    /// The next part, `nil` at the end.
    ///
    /// - Throws: ``RequestBodyError`` when the content is not whole.
    func next() async throws -> [UInt8]? {
        try await withCheckedThrowingContinuation { continuation in
            let (ready, drained) = state.withLock { state -> (Result<[UInt8]?, RequestBodyError>?, Bool) in
                if !state.parts.isEmpty {
                    let wasFull = state.byteCount >= capacity
                    let part = state.parts.removeFirst()
                    state.byteCount -= part.count
                    return (.success(part), wasFull && state.byteCount < capacity)
                }
                switch state.outcome {
                case .success: return (.success(nil), false)
                case .failure(let error): return (.failure(error), false)
                case nil:
                    state.waiter = continuation
                    return (nil, false)
                }
            }
            if drained { onDrain() }
            switch ready {
            case .success(let part): continuation.resume(returning: part)
            case .failure(let error): continuation.resume(throwing: error)
            case nil: break
            }
        }
    }
}
