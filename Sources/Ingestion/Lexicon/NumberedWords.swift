/// What a lexicon keeps for words, by their numbers (``Gazetteer/Builder/number(of:)``): of a token whose number is known,
/// nothing is searched for.
struct NumberedWords<Value: Sendable>: Sendable {
    private var values: [Value] = []
    private let nothing: Value

    /// An empty list; `nothing` is what it keeps for words that are not in it.
    init(nothing: Value) {
        self.nothing = nothing
    }

    /// Changes what is kept for each word.
    mutating func update(_ change: (inout Value) -> Void) {
        for place in values.indices { change(&values[place]) }
    }

    subscript(number: Int32) -> Value {
        @inline(__always) get { Int(number) < values.count ? values[Int(number)] : nothing }
        set {
            while values.count <= Int(number) { values.append(nothing) }
            values[Int(number)] = newValue
        }
    }
}
