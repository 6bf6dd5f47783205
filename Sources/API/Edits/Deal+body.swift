import Model

extension Deal {
    /// The members of a deal that can be set.
    static let members = [
        "type", "status", "parties", "value", "term", "power_mw", "announced_on", "purposes", "allocations",
    ]

    /// The deal of a body.
    init(body: JSONValue) throws(Problem) {
        var reader = BodyReader(body, names: Self.members)
        let type: DealType? = reader.choice("type")
        let status: DealStatus? = reader.choice("status")
        let parties = reader.parties("parties") ?? []
        let (value, term, power) = (reader.money("value"), reader.term("term"), reader.power("power_mw"))
        let (announcedOn, purposes) = (reader.day("announced_on"), reader.purposes("purposes") ?? [])
        let allocations = reader.allocations("allocations") ?? []
        reader.require(["type", "status", "parties"])
        try reader.finish()
        guard let type, let status else { throw .pointer("/type", "it is missing") }
        do throws(ModelError) {
            try self.init(
                type: type, status: status, parties: parties, value: value, term: term, power: power,
                announcedOn: announcedOn, purposes: purposes, allocations: allocations)
        } catch {
            throw .pointer("/parties", error.words)
        }
    }
}

extension DealEdit {
    /// The edit that a merge patch (RFC 7396) makes of a deal as it is shown.
    init(patch: JSONValue, of record: JSONValue) throws(Problem) {
        self.init()
        guard case .object(let changes) = patch else {
            throw .pointer("", "a merge patch of a deal must be an object, not \(patch.kind)")
        }
        // Only what the patch touches is read: the record's other members stay with their sources.
        let merged = MergePatch.apply(patch, to: record)
        let touched = changes.map { JSONMember(name: $0.name, value: merged[$0.name] ?? .null) }
        var reader = BodyReader(.object(touched), names: Deal.members + ["review"])
        let names = Set(changes.map(\.name))
        for name in ["type", "status", "parties", "review"] where names.contains(name) { reader.require([name]) }
        func edit<Value>(_ name: String, _ value: Value?) -> FieldEdit<Value> {
            names.contains(name) ? value.map { .set($0) } ?? .clear : .keep
        }
        type = edit("type", reader.choice("type"))
        status = edit("status", reader.choice("status"))
        parties = edit("parties", reader.parties("parties"))
        value = edit("value", reader.money("value"))
        term = edit("term", reader.term("term"))
        power = edit("power_mw", reader.power("power_mw"))
        announcedOn = edit("announced_on", reader.day("announced_on"))
        purposes = edit("purposes", reader.purposes("purposes"))
        allocations = edit("allocations", reader.allocations("allocations"))
        review = edit("review", reader.choice("review"))
        try reader.finish()
    }
}

extension CompanyEdit {
    /// The members of a company that can be set.
    static let members = ["name", "aliases", "parent", "country", "kind"]

    /// The edit that a merge patch makes of a company as it is shown.
    init(patch: JSONValue, of record: JSONValue) throws(Problem) {
        self.init()
        var reader = BodyReader(patch, names: Self.members)
        func edit(_ name: String, _ value: String?) -> FieldEdit<String> {
            patch[name] == nil ? .keep : value.map { .set($0) } ?? .clear
        }
        if patch["name"] != nil { reader.require(["name"]) }
        name = edit("name", reader.text("name"))
        country = edit("country", reader.text("country"))
        kind = edit("kind", reader.text("kind"))
        if case .object? = patch["parent"] {
            // As it is shown: with the id of the owner.
            parent = edit("parent", patch["parent"]?["id"]?.text)
            if parent == .clear { reader.fault("parent", "it must be the id of a company, or null") }
        } else {
            parent = edit("parent", reader.text("parent"))
        }
        if patch["aliases"] != nil {
            var known: [String] = []
            if case .array(let names)? = record["aliases"] { known = names.compactMap(\.text) }
            let wanted = reader.texts("aliases") ?? []
            if !known.allSatisfy(wanted.contains) {
                reader.fault("aliases", "aliases can be added, not taken away: the list must hold those it has")
            }
            addedAliases = wanted.filter { !known.contains($0) }
        }
        try reader.finish()
    }
}
