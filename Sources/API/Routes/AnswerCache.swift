import HTTPCore
import Synchronization

/// Whole answers to questions that were asked before, as long as nothing has been written since.
///
/// Bounded in bytes; when it is full it begins anew, which costs one round of questions and no bookkeeping on a hit.
final class AnswerCache: Sendable {
    /// A question: the target as it was sent, and the formats that were accepted.
    struct Key: Hashable, Sendable {
        let path: String
        let query: String?
        let accept: String?
        let isCompressed: Bool
    }

    private struct State {
        var generation = 0
        var answers: [Key: HTTPResponse] = [:]
        var bytes = 0
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let largest: Int

    /// A cache of `capacity` bytes for answers of at most `largest`.
    init(capacity: Int, largest: Int) {
        self.capacity = capacity
        self.largest = min(largest, capacity)
    }

    /// The answer to a question, where it was given at this generation of the store.
    func answer(to key: Key, generation: Int) -> HTTPResponse? {
        state.withLock { state in
            state.generation == generation ? state.answers[key] : nil
        }
    }

    /// Keeps an answer that was made no earlier than `generation`.
    func keep(_ answer: HTTPResponse, for key: Key, generation: Int) {
        guard case .bytes(let body) = answer.body, body.count <= largest else { return }
        let size = body.count + key.path.utf8.count + (key.query?.utf8.count ?? 0) + 512
        state.withLock { state in
            if state.generation != generation || state.bytes + size > capacity {
                guard state.generation <= generation else { return }
                state = State(generation: generation)
            }
            if state.answers.updateValue(answer, forKey: key) == nil { state.bytes += size }
        }
    }
}
