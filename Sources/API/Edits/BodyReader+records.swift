import Model

/// The parts of records, read from JSON in the shape that they are shown in.
extension BodyReader {
    /// `{"min", "max", "currency"}`.
    mutating func money(_ name: String) -> Money? {
        guard let (value, pointer) = object(name) else { return nil }
        var reader = BodyReader(value, at: pointer, names: ["min", "max", "currency"])
        defer { absorb(reader) }
        let (min, max, code) = (reader.integer("min"), reader.integer("max"), reader.text("currency"))
        guard let code else {
            reader.require(["currency"])
            return nil
        }
        let currency = reader.record("currency") { () throws(ModelError) in try Currency(code) }
        guard let currency else { return nil }
        return reader.record("min") { () throws(ModelError) in try Money(min: min, max: max, currency: currency) }
    }

    /// `{"months", "start", "end", "multi_year"}`.
    mutating func term(_ name: String) -> Term? {
        guard let (value, pointer) = object(name) else { return nil }
        var reader = BodyReader(value, at: pointer, names: ["months", "start", "end", "multi_year"])
        defer { absorb(reader) }
        let months = reader.integer("months")
        let (start, end) = (reader.date("start"), reader.date("end"))
        let multiYear = reader.flag("multi_year") ?? false
        return reader.record("end") { () throws(ModelError) in
            try Term(months: months, start: start, end: end, multiYear: multiYear)
        }
    }

    /// A date as precise as it is known.
    mutating func date(_ name: String) -> PartialDate? {
        guard let text = text(name) else { return nil }
        return record(name) { () throws(ModelError) in try PartialDate(text) }
    }

    /// A day.
    mutating func day(_ name: String) -> Day? {
        guard let text = text(name) else { return nil }
        return record(name) { () throws(ModelError) in try Day(text) }
    }

    /// Megawatts with at most three decimals.
    mutating func power(_ name: String) -> PowerCapacity? {
        guard let text = number(name) else { return nil }
        guard let kilowatts = Parameter.Kind.thousandths(text) else {
            fault(name, "it must be a number of megawatts above 0 with at most three decimals")
            return nil
        }
        return record(name) { () throws(ModelError) in try PowerCapacity(kilowatts: kilowatts) }
    }

    /// `[{"company", "also", "role"}]`.
    mutating func parties(_ name: String) -> [Party]? {
        guard let elements = elements(name) else { return nil }
        var parties: [Party] = []
        for (value, pointer) in elements {
            var reader = BodyReader(value, at: pointer, names: ["company", "also", "role"], ignoring: ["id"])
            let (company, also) = (reader.text("company"), reader.texts("also") ?? [])
            let role: Role? = reader.choice("role")
            reader.require(["company", "role"])
            if let company, let role {
                let party = reader.record("company") { () throws(ModelError) in
                    try Party(company: company, also: also, role: role)
                }
                if let party { parties.append(party) }
            }
            absorb(reader)
        }
        return parties
    }

    /// `["training", …]`.
    mutating func purposes(_ name: String) -> [Purpose]? {
        guard let texts = texts(name) else { return nil }
        let purposes = texts.compactMap { Purpose(rawValue: $0) }
        if purposes.count < texts.count {
            fault(name, "its elements must be of \(Purpose.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return purposes
    }

    /// `[{"product", "vendor", "unit", "min", "max", "stage"}]`.
    mutating func allocations(_ name: String) -> [Allocation]? {
        guard let elements = elements(name) else { return nil }
        var allocations: [Allocation] = []
        for (value, pointer) in elements {
            var reader = BodyReader(
                value, at: pointer, names: ["product", "vendor", "unit", "min", "max", "stage"], ignoring: ["id"])
            let (product, vendor) = (reader.text("product"), reader.text("vendor"))
            let (min, max) = (reader.integer("min"), reader.integer("max"))
            let unit: Allocation.Unit? = reader.choice("unit")
            let stage: Allocation.Stage? = reader.choice("stage")
            reader.require(["unit", "stage"])
            if let unit, let stage {
                let allocation = reader.record("min") { () throws(ModelError) in
                    let count = min == nil && max == nil ? nil : try Bounds(min: min, max: max)
                    return try Allocation(product: product, vendor: vendor, unit: unit, count: count, stage: stage)
                }
                if let allocation { allocations.append(allocation) }
            }
            absorb(reader)
        }
        return allocations
    }
}
