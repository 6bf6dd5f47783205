/// Something large that never changes, held once by all that read it: to hand it on counts one reference, not one for
/// each of the tables in it.
final class Shared<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}
