import Model

/// Reads the members of a JSON object one by one and collects what is wrong with them, each with its pointer.
struct BodyReader {
    private let value: JSONValue
    private let pointer: String
    private var faults: [Problem.Fault] = []
    private let names: [String]

    /// A reader of a value at `pointer` that may have these members.
    ///
    /// - Parameter ignoring: members that records show and edits do not take; they are passed over.
    init(_ value: JSONValue, at pointer: String = "", names: [String], ignoring: [String] = []) {
        self.value = value
        self.pointer = pointer
        self.names = names
        guard case .object(let members) = value else {
            faults.append(Problem.Fault(place: .pointer(pointer), detail: "it must be an object, not \(value.kind)"))
            return
        }
        let unknown = members.lazy.filter { !names.contains($0.name) && !ignoring.contains($0.name) }
        for member in unknown.prefix(Problem.faultLimit) {
            let nearest = EditDistance.nearest(to: member.name, among: names)
            fault(member.name, "it cannot be set" + (nearest.map { "; the nearest that can is \($0)" } ?? ""))
        }
    }

    /// Notes a fault of a member.
    mutating func fault(_ name: String, _ detail: String) {
        faults.append(Problem.Fault(place: .pointer(JSONPointer.to(name, below: pointer)), detail: detail))
    }

    /// Ends the reading.
    ///
    /// - Throws: a problem with all faults, where there are any.
    func finish() throws(Problem) {
        guard let first = faults.first else { return }
        throw Problem(
            .invalidContent, first.name.isEmpty ? "the body: \(first.detail)" : "\(first.name): \(first.detail)",
            errors: faults)
    }

    /// What `body` makes of the reader, or `nil` with its fault noted.
    mutating func record<Record>(_ name: String, _ body: () throws(ModelError) -> Record) -> Record? {
        do throws(ModelError) {
            return try body()
        } catch {
            fault(name, error.words)
            return nil
        }
    }

    /// Takes over the faults of a reader of a part.
    mutating func absorb(_ other: BodyReader) {
        faults += other.faults
    }

    /// A string; `nil` where it is missing or null.
    mutating func text(_ name: String) -> String? {
        guard let member = value[name], member != .null else { return nil }
        guard let text = member.text, !text.utf8.contains(0), text.contains(where: { !$0.isWhitespace }) else {
            fault(name, "it must be a string that is not blank")
            return nil
        }
        return text
    }

    /// A whole number from zero; `nil` where it is missing or null.
    mutating func integer(_ name: String) -> Int? {
        guard let member = value[name], member != .null else { return nil }
        guard let number = member.integer, number >= 0 else {
            fault(name, "it must be a whole number from 0")
            return nil
        }
        return number
    }

    /// A truth value; `nil` where it is missing or null.
    mutating func flag(_ name: String) -> Bool? {
        guard let member = value[name], member != .null else { return nil }
        guard case .bool(let flag) = member else {
            fault(name, "it must be true or false")
            return nil
        }
        return flag
    }

    /// A word of an enumeration; `nil` where it is missing or null.
    mutating func choice<Choice>(_ name: String) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
        guard let member = value[name], member != .null else { return nil }
        if let text = member.text, let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let nearest = member.text.flatMap { EditDistance.nearest(to: $0, among: words) }
        fault(
            name,
            "it must be one of \(words.joined(separator: ", "))" + (nearest.map { "; the nearest is \($0)" } ?? ""))
        return nil
    }

    /// The elements of an array with their pointers; `nil` where it is missing or null.
    mutating func elements(_ name: String) -> [(JSONValue, String)]? {
        guard let member = value[name], member != .null else { return nil }
        guard case .array(let items) = member else {
            fault(name, "it must be an array")
            return nil
        }
        let parent = JSONPointer.to(name, below: pointer)
        return items.enumerated().map { ($1, JSONPointer.to(String($0), below: parent)) }
    }

    /// An array of strings; `nil` where it is missing or null.
    mutating func texts(_ name: String) -> [String]? {
        guard let elements = elements(name) else { return nil }
        let texts = elements.compactMap { $0.0.text }.filter {
            $0.contains { !$0.isWhitespace } && !$0.utf8.contains(0)
        }
        if texts.count < elements.count { fault(name, "its elements must be strings that are not blank") }
        return texts
    }

    /// A member that is an object, with its pointer; `nil` where it is missing or null.
    func object(_ name: String) -> (JSONValue, String)? {
        guard let member = value[name], member != .null else { return nil }
        return (member, JSONPointer.to(name, below: pointer))
    }

    /// A number as it is spelt; `nil` where it is missing or null.
    mutating func number(_ name: String) -> String? {
        guard let member = value[name], member != .null else { return nil }
        guard case .number(let text) = member else {
            fault(name, "it must be a number")
            return nil
        }
        return text
    }

    /// Notes a fault where a member is missing or null.
    mutating func require(_ required: [String]) {
        for name in required where value[name] == nil || value[name] == .null { fault(name, "it is missing") }
    }
}
