/// A lexicon entry found in a text.
struct Hit: Hashable, Sendable {
    private let firstToken: Int32
    private let endToken: Int32
    private let place: Int32
    /// The inflected form, as the owner of the layer numbers it.
    let form: UInt16
    let layer: Layer

    init(first: Int32, end: Int32, layer: Layer, row: Int32, form: UInt16) {
        firstToken = first
        endToken = end
        place = row
        self.form = form
        self.layer = layer
    }

    /// Its first token.
    var first: Int { Int(firstToken) }
    /// The token behind its last one.
    var end: Int { Int(endToken) }
    /// The row of the layer's table.
    var row: Int { Int(place) }
    /// The tokens that it covers.
    var tokens: Range<Int> { first..<end }
}
