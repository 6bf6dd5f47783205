/// A sequence of byte parts made by a function.
struct Parts: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let make: () async throws -> [UInt8]?

        mutating func next() async throws -> [UInt8]? {
            try await make()
        }
    }

    private let begin: @Sendable () -> () async throws -> [UInt8]?

    /// A sequence; `begin` is called for each iteration and gives the function that makes one part after the other.
    init(_ begin: @escaping @Sendable () -> () async throws -> [UInt8]?) {
        self.begin = begin
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(make: begin())
    }
}
