/// The fields of a message, in order. Names compare without case; values are bytes (RFC 9110 section 5).
///
/// One byte array holds all lines in wire form (`name: value CRLF`), so that writing them out is one copy and reading a
/// request allocates twice, however many fields it has.
public struct HTTPFields: Sendable {
    /// Where a field's name and value stand in ``storage``.
    struct Slot: Sendable {
        var nameStart: Int32
        var nameEnd: Int32
        var valueStart: Int32
        var valueEnd: Int32
    }

    private(set) var storage: [UInt8]
    private(set) var slots: [Slot]

    /// No fields.
    public init() {
        storage = []
        slots = []
    }

    /// Fields that a parser found in `storage`; every slot was checked against it.
    init(storage: [UInt8], slots: [Slot]) {
        self.storage = storage
        self.slots = slots
    }

    /// The number of field lines.
    public var count: Int { slots.count }

    /// Whether there is no field.
    public var isEmpty: Bool { slots.isEmpty }

    /// Adds a line at the end.
    ///
    /// - Returns: `false`, and nothing is added, when the name is no token or the value holds a control byte other than
    ///   HTAB: a CR or LF out of user data would start a field of its own (RFC 9110 section 5.5).
    @discardableResult
    public mutating func append(_ name: String, _ value: String) -> Bool {
        guard !name.isEmpty, name.utf8.allSatisfy(ByteClass.isToken), value.utf8.allSatisfy(ByteClass.isFieldValue)
        else {
            return false
        }
        let start = Int32(storage.count)
        storage.append(contentsOf: name.utf8)
        let nameEnd = Int32(storage.count)
        storage.append(UInt8(ascii: ":"))
        storage.append(UInt8(ascii: " "))
        let valueStart = Int32(storage.count)
        storage.append(contentsOf: value.utf8)
        let valueEnd = Int32(storage.count)
        storage.append(13)
        storage.append(10)
        slots.append(Slot(nameStart: start, nameEnd: nameEnd, valueStart: valueStart, valueEnd: valueEnd))
        return true
    }

    /// Replaces all lines of a name by one.
    ///
    /// - Returns: `false`, and nothing changes, where ``append(_:_:)`` would refuse.
    @discardableResult
    public mutating func set(_ name: String, _ value: String) -> Bool {
        var probe = HTTPFields()
        guard probe.append(name, value) else { return false }
        remove(name)
        return append(name, value)
    }

    /// Removes all lines of a name.
    public mutating func remove(_ name: String) {
        guard slots.contains(where: { matches($0, name) }) else { return }
        var kept = HTTPFields()
        for slot in slots where !matches(slot, name) {
            kept.append(text(slot.nameStart, slot.nameEnd), text(slot.valueStart, slot.valueEnd))
        }
        self = kept
    }

    /// The value of the first line of a name, invalid UTF-8 replaced; `nil` without one.
    public subscript(_ name: String) -> String? {
        guard let slot = slots.first(where: { matches($0, name) }) else { return nil }
        return text(slot.valueStart, slot.valueEnd)
    }

    /// The values of all lines of a name, in order.
    public func values(of name: String) -> [String] {
        slots.filter { matches($0, name) }.map { text($0.valueStart, $0.valueEnd) }
    }

    /// The bytes of the first value of a name; `nil` without one.
    public func bytes(of name: String) -> ArraySlice<UInt8>? {
        guard let slot = slots.first(where: { matches($0, name) }) else { return nil }
        return storage[Int(slot.valueStart)..<Int(slot.valueEnd)]
    }

    /// Whether a line of this name exists.
    public func contains(_ name: String) -> Bool {
        slots.contains { matches($0, name) }
    }

    /// The members of the comma-separated list that all lines of a name make together, trimmed, empty ones left out
    /// (RFC 9110 section 5.6.1). Quoted strings are not looked into.
    public func list(of name: String) -> [String] {
        values(of: name).flatMap { value in
            value.utf8.split(separator: UInt8(ascii: ","))
                .map { part in String(decoding: ByteClass.trimmed(part), as: UTF8.self) }
                .filter { !$0.isEmpty }
        }
    }

    /// All lines as pairs, in order.
    public var pairs: [(name: String, value: String)] {
        slots.map { (text($0.nameStart, $0.nameEnd), text($0.valueStart, $0.valueEnd)) }
    }

    private func text(_ start: Int32, _ end: Int32) -> String {
        String(decoding: storage[Int(start)..<Int(end)], as: UTF8.self)
    }

    func matches(_ slot: Slot, _ name: String) -> Bool {
        let count = Int(slot.nameEnd - slot.nameStart)
        guard name.utf8.count == count else { return false }
        var index = Int(slot.nameStart)
        for byte in name.utf8 {
            if ByteClass.lowered(byte) != ByteClass.lowered(storage[index]) { return false }
            index += 1
        }
        return true
    }
}

extension HTTPFields: Equatable {
    /// Same lines in the same order; names without case.
    public static func == (left: HTTPFields, right: HTTPFields) -> Bool {
        let (a, b) = (left.pairs, right.pairs)
        return a.count == b.count
            && zip(a, b).allSatisfy { $0.name.lowercased() == $1.name.lowercased() && $0.value == $1.value }
    }
}
