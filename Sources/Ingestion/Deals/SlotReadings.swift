/// The slots that a group may stand in: a few, kept in place, so that none of the many lists takes memory of its own.
struct SlotReadings: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    private var readings = InlineArray<8, SlotReader.Reading>(repeating: SlotReader.Reading(slot: .subject, cost: 0))
    private(set) var endIndex = 0
    var startIndex: Int { 0 }

    @inline(__always)
    init(arrayLiteral readings: SlotReader.Reading...) {
        for reading in readings { append(reading) }
    }

    subscript(index: Int) -> SlotReader.Reading {
        @inline(__always) get { readings[index] }
        @inline(__always) set { readings[index] = newValue }
    }

    /// Adds one; what the rules give beyond the room is left out.
    @inline(__always)
    mutating func append(_ reading: SlotReader.Reading) {
        guard endIndex < readings.count else { return }
        readings[endIndex] = reading
        endIndex += 1
    }

    @inline(__always)
    static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum += right
        return sum
    }

    @inline(__always)
    static func += (left: inout Self, right: Self) {
        for reading in right { left.append(reading) }
    }
}
