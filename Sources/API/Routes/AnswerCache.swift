import HTTPCore
import Synchronization

/// Whole answers to questions that were asked before, as long as they stay.
///
/// An answer stays until the next write; one about the deals of a single company until a write that touches them. Bounded in
/// bytes; when it is full it begins anew, which costs one round of questions and no bookkeeping on a hit.
final class AnswerCache: Sendable {
    /// A question: the target as it was sent, and the formats that were accepted.
    struct Key: Hashable, Sendable {
        let path: String
        let query: String?
        let accept: String?
        let isCompressed: Bool
    }

    /// An answer with what it was made of.
    struct Kept: Sendable {
        let answer: HTTPResponse
        /// The generation of the store before it was asked.
        let generation: Int
        /// The company whose deals alone it shows, by number; `nil` for an answer about anything.
        let company: Int?
    }

    private struct State {
        var generation = 0
        /// Answers that go with the next generation.
        var passing = Shelf()
        /// Answers about the deals of one company.
        var lasting = Shelf()
    }

    /// Answers and how many bytes they take.
    private struct Shelf {
        private(set) var answers: [Key: Kept] = [:]
        private(set) var bytes = 0

        mutating func put(_ kept: Kept, for key: Key) {
            if let old = answers.updateValue(kept, forKey: key) { bytes -= Self.size(old, key) }
            bytes += Self.size(kept, key)
        }

        private static func size(_ kept: Kept, _ key: Key) -> Int {
            guard case .bytes(let body) = kept.answer.body else { return 512 }
            return body.count + key.path.utf8.count + (key.query?.utf8.count ?? 0) + 512
        }
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let largest: Int

    /// A cache of `capacity` bytes for answers of at most `largest`.
    init(capacity: Int, largest: Int) {
        self.capacity = capacity
        self.largest = min(largest, capacity)
    }

    /// The answer to a question, where one was kept that may still be right: of this generation, or about one company.
    func answer(to key: Key, generation: Int) -> Kept? {
        state.withLock { state in
            if let kept = state.lasting.answers[key] { return kept }
            return state.generation == generation ? state.passing.answers[key] : nil
        }
    }

    /// Keeps an answer.
    func keep(_ kept: Kept, for key: Key) {
        guard case .bytes(let body) = kept.answer.body, body.count <= largest else { return }
        state.withLock { state in
            if state.passing.bytes + state.lasting.bytes > capacity - body.count {
                state.passing = Shelf()
                state.lasting = Shelf()
            }
            guard kept.company == nil else { return state.lasting.put(kept, for: key) }
            guard state.generation <= kept.generation else { return }
            if state.generation < kept.generation {
                state.generation = kept.generation
                state.passing = Shelf()
            }
            state.passing.put(kept, for: key)
        }
    }
}
