import Model

/// The hashes of what is no word of a text: types, kinds, forms, small numbers.
struct ReviewNames: Sendable {
    let frames: [UInt64]
    let features = DealFeatures.names.map(ReviewHash.of)
    /// What the features of deals are divided by: those that run to dozens by more.
    let scales = DealFeatures.names.map { ["score", "votes", "priors"].contains($0) ? 20 : 1 }
    let government = ReviewHash.of("government")
    let unknown = ReviewHash.of("unknown")
    let absent = ReviewHash.of("absent")
    private let types = DealType.allCases.map { ReviewHash.of($0.rawValue) }
    private let literals = Literal.Kind.allCases.map { ReviewHash.of($0.rawValue) }
    private let forms = EntityMention.Form.allCases.map { ReviewHash.of(String(describing: $0)) }
    private let counts = (0...12).map { ReviewHash.of(String($0)) }

    init(_ frames: Frames) { self.frames = frames.all.map { ReviewHash.of($0.id) } }

    func type(_ type: DealType) -> UInt64 { types[type.index] }

    func literal(_ kind: Literal.Kind) -> UInt64 { literals[kind.place] }

    func form(_ form: EntityMention.Form) -> UInt64 { forms[Int(form.rawValue)] }

    func count(_ count: Int) -> UInt64 { counts[min(count, counts.count - 1)] }
}
