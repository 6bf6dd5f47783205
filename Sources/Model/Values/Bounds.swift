/// An interval of whole numbers, either end of which may be open: "more than 500" is 500…, "up to 100" is …100.
///
/// At least one end is given and `min` never exceeds `max`.
public struct Bounds: Hashable, Sendable {
    /// The lower end, inclusive; `nil` where it is open.
    public let min: Int?
    /// The upper end, inclusive; `nil` where it is open.
    public let max: Int?

    /// An interval from `min` to `max`.
    ///
    /// - Throws: ``ModelError/emptyBounds`` when both ends are open, ``ModelError/negative`` below zero,
    ///   ``ModelError/reversedBounds`` when `min` is above `max`.
    public init(min: Int?, max: Int?) throws(ModelError) {
        guard min != nil || max != nil else { throw .emptyBounds }
        guard (min ?? 0) >= 0, (max ?? 0) >= 0 else { throw .negative }
        if let min, let max, min > max { throw .reversedBounds }
        self.min = min
        self.max = max
    }

    /// The figure that orders and filters compare: the upper end, else the lower one.
    public var leading: Int {
        max ?? min ?? 0
    }

    /// Whether both ends are the same number.
    public var isExact: Bool {
        min == max
    }

    /// Whether some number lies in both intervals.
    public func overlaps(_ other: Bounds) -> Bool {
        (min ?? 0) <= (other.max ?? .max) && (other.min ?? 0) <= (max ?? .max)
    }
}
