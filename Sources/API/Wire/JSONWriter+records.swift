import Model

/// The records of the model in their JSON form: the names and shapes of the record guide.
extension JSONWriter {
    /// An amount: `min`, `max`, `currency`; `null` where there is none.
    mutating func money(_ money: Money?) {
        guard let money else { return null() }
        object { writer in
            writer.bounds(money.amount)
            writer.key("currency")
            writer.string(money.currency.code)
        }
    }

    /// The members `min` and `max` of the current object.
    mutating func bounds(_ bounds: Bounds?) {
        key("min")
        integer(bounds?.min)
        key("max")
        integer(bounds?.max)
    }

    /// A term: `months`, `start`, `end`, `multi_year`; `null` where there is none.
    mutating func term(_ term: Term?) {
        guard let term else { return null() }
        object { writer in
            writer.key("months")
            writer.integer(term.months)
            writer.key("start")
            writer.string(term.start?.text)
            writer.key("end")
            writer.string(term.end?.text)
            writer.key("multi_year")
            writer.bool(term.multiYear)
        }
    }

    /// A capacity in megawatts, or `null`.
    mutating func megawatts(_ power: PowerCapacity?) {
        guard let power else { return null() }
        literal(power.megawattText)
    }

    /// The members of a deal in the current object.
    mutating func members(of deal: Deal) {
        key("type")
        string(deal.type.rawValue)
        key("status")
        string(deal.status.rawValue)
        key("parties")
        array(deal.parties) { writer, party in writer.object { $0.members(of: party) } }
        key("value")
        money(deal.value)
        key("term")
        term(deal.term)
        key("power_mw")
        megawatts(deal.power)
        key("announced_on")
        string(deal.announcedOn?.text)
        key("purposes")
        array(deal.purposes) { $0.string($1.rawValue) }
        key("allocations")
        array(deal.allocations) { writer, allocation in writer.object { $0.members(of: allocation) } }
    }

    /// The members of a party in the current object; `also` only where there are other names.
    mutating func members(of party: Party) {
        key("company")
        string(party.company)
        if !party.also.isEmpty {
            key("also")
            array(party.also) { $0.string($1) }
        }
        key("role")
        string(party.role.rawValue)
    }

    /// The members of an allocation in the current object.
    mutating func members(of allocation: Allocation) {
        key("product")
        string(allocation.product)
        key("vendor")
        string(allocation.vendor)
        key("unit")
        string(allocation.unit.rawValue)
        bounds(allocation.count)
        key("stage")
        string(allocation.stage.rawValue)
    }

    /// The members of a relationship in the current object.
    mutating func members(of relationship: Relationship) {
        key("subject")
        string(relationship.subject)
        key("predicate")
        string(relationship.predicate.rawValue)
        key("object")
        string(relationship.object)
    }

    /// The members of an estimate in the current object.
    mutating func members(of estimate: Estimate) {
        key("source")
        string(estimate.source)
        key("subject")
        string(estimate.subject)
        key("region")
        string(estimate.region)
        key("value")
        money(estimate.value)
        key("from")
        integer(estimate.from)
        key("to")
        integer(estimate.to)
    }

    /// The members of a statement in the current object.
    mutating func members(of statement: Statement) {
        key("speaker")
        string(statement.speaker)
        key("affiliation")
        string(statement.affiliation)
        key("quote")
        string(statement.quote)
    }
}
