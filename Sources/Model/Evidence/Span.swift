/// A place in an article: byte offsets into its UTF-8 text, the end exclusive.
public struct Span: Hashable, Sendable, Comparable {
    /// The first byte.
    public let start: Int
    /// The byte behind the last one.
    public let end: Int

    /// A span.
    ///
    /// - Throws: ``ModelError/emptySpan`` when `end` does not lie behind `start`, or `start` is below zero.
    public init(start: Int, end: Int) throws(ModelError) {
        guard start >= 0, end > start else { throw .emptySpan }
        self.start = start
        self.end = end
    }

    public static func < (left: Span, right: Span) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
