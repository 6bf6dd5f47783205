import Synchronization

/// The place of something that is compiled when it is first asked for.
final class Compiled<Value: Sendable>: Sendable {
    private let compiled = Mutex<Value?>(nil)

    /// What is there; made now where it was not yet.
    ///
    /// - Throws: ``LexiconError``, as `make` does.
    func value(_ make: () throws(LexiconError) -> Value) throws(LexiconError) -> Value {
        // `withLock` does not keep the type of what its closure throws.
        let result: Result<Value, LexiconError> = compiled.withLock { value in
            if let value { return .success(value) }
            do throws(LexiconError) {
                let new = try make()
                value = new
                return .success(new)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
