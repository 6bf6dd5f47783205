extension Array {
    /// An array of one value so many times, compiled for its elements: ``init(repeating:count:)`` asks the runtime for the
    /// type of its storage each time, which costs more than a small array does.
    @inline(__always)
    static func filled(with value: Element, count: Int) -> [Element] {
        var array: [Element] = []
        array.reserveCapacity(count)
        array.append(contentsOf: repeatElement(value, count: count))
        return array
    }

    /// Adds elements, of which there often are none.
    @inline(__always)
    mutating func add(_ more: [Element]) {
        if !more.isEmpty { append(contentsOf: more) }
    }

    /// Takes out elements, of which there often are none. They are looked at in their place, not copied.
    @inline(__always)
    mutating func drop(where isOut: (Element) -> Bool) {
        if indices.contains(where: { isOut(self[$0]) }) { removeAll(where: isOut) }
    }

    /// The first index whose element is in the second part; the array must be parted so.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
