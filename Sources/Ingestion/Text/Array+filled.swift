extension Array {
    /// An array of one value so many times, compiled for its elements: ``init(repeating:count:)`` asks the runtime for the
    /// type of its storage each time, which costs more than a small array does.
    @inline(__always)
    static func filled(with value: Element, count: Int) -> [Element] {
        var array: [Element] = []
        array.reserveCapacity(count)
        for _ in 0..<count { array.append(value) }
        return array
    }
}
