import Model

/// What one claim says of a company.
struct StatedCompany: Hashable, Sendable {
    var name: String?
    var aliases: [String] = []
    /// The number of its owner; `.some(nil)` where it has none.
    var parent: Int??
    var country: String??
    var kind: String??

    /// The assertions that say so.
    var assertions: [Assertion] {
        var weaver = EvidenceWeaver([])
        if let name { weaver.state(Field.name, Atom.encode(.text(name))) }
        if !aliases.isEmpty { weaver.state(Field.aliases, Atom.encode(aliases.map { .text($0) })) }
        if let parent { weaver.state(Field.parent, Atom.encode(Atom(parent))) }
        if let country { weaver.state(Field.country, Atom.encode(Atom(country))) }
        if let kind { weaver.state(Field.kind, Atom.encode(Atom(kind))) }
        return weaver.finish()
    }

    /// What nobody has said anything of yet.
    init() {}

    /// What the assertions of a claim say.
    init(_ assertions: [Assertion]) throws(StoreError) {
        for assertion in assertions {
            guard let json = assertion.value else { continue }
            guard let atoms = Atom.decode(json) else { throw .corrupt }
            switch assertion.field {
            case Field.name: name = atoms.first?.text
            case Field.aliases: aliases = atoms.compactMap(\.text)
            case Field.parent: parent = .some(atoms.first?.int)
            case Field.country: country = .some(atoms.first?.text)
            case Field.kind: kind = .some(atoms.first?.text)
            default: continue
            }
        }
    }
}

/// A relationship between two companies, by their numbers.
struct StatedRelationship: Hashable, Sendable {
    var subject: Int
    var predicate: Relationship.Predicate
    var object: Int

    /// The relationship of a finding, turned so that a tie that can be told from either end is always told from one:
    /// symmetric ones from the lower number, `customer_of` as `supplier_to`; and whether it was turned.
    static func canonical(
        _ subject: Int, _ predicate: Relationship.Predicate, _ object: Int
    ) -> (tie: StatedRelationship, turned: Bool) {
        if predicate == .customerOf {
            return (StatedRelationship(subject: object, predicate: .supplierTo, object: subject), true)
        }
        let turned = predicate.isSymmetric && object < subject
        return (
            StatedRelationship(
                subject: turned ? object : subject, predicate: predicate, object: turned ? subject : object), turned
        )
    }

    /// The assertions that say so; evidence for one end moves with it where the relationship was turned.
    func assertions(_ evidence: [Evidence], turned: Bool) -> [Assertion] {
        var weaver = EvidenceWeaver(turned ? evidence.map(Self.turn) : evidence)
        weaver.state(Field.subject, Atom.encode(.int(subject)))
        weaver.state(Field.predicate, Atom.encode(.text(predicate.rawValue)))
        weaver.state(Field.object, Atom.encode(.int(object)))
        return weaver.finish()
    }

    private static func turn(_ evidence: Evidence) -> Evidence {
        let field =
            switch evidence.field {
            case Field.subject: Field.object
            case Field.object: Field.subject
            default: evidence.field
            }
        return Evidence(field: field, span: evidence.span, quote: evidence.quote, rule: evidence.rule)
    }

    /// The relationship that the assertions of a claim state.
    static func read(_ assertions: [Assertion]) throws(StoreError) -> StatedRelationship {
        let values = FieldValues(assertions)
        guard let subject = values[Field.subject]?.int, let object = values[Field.object]?.int,
            let predicate = values[Field.predicate]?.text.flatMap(Relationship.Predicate.init)
        else { throw .corrupt }
        return StatedRelationship(subject: subject, predicate: predicate, object: object)
    }
}

extension Estimate {
    /// The assertions that state it.
    func assertions(_ evidence: [Evidence]) -> [Assertion] {
        var weaver = EvidenceWeaver(evidence)
        weaver.state(Field.source, Atom.encode(Atom(source)))
        weaver.state(Field.subject, Atom.encode(.text(subject)))
        weaver.state(Field.region, Atom.encode(Atom(region)))
        weaver.state(Field.value, Atom.encode(value.atoms))
        weaver.state(Field.from, Atom.encode(Atom(from)))
        weaver.state(Field.to, Atom.encode(Atom(to)))
        return weaver.finish()
    }

    /// The estimate that the assertions of a claim state.
    static func read(_ assertions: [Assertion]) throws(StoreError) -> Estimate {
        let values = FieldValues(assertions)
        do throws(ModelError) {
            return try Estimate(
                source: values[Field.source]?.text, subject: values[Field.subject]?.text ?? "",
                region: values[Field.region]?.text, value: try Money(values.list(Field.value)),
                from: values[Field.from]?.int, to: values[Field.to]?.int)
        } catch {
            throw .corrupt
        }
    }
}

extension Model.Statement {
    /// The assertions that state it.
    func assertions(_ evidence: [Evidence]) -> [Assertion] {
        var weaver = EvidenceWeaver(evidence)
        weaver.state(Field.speaker, Atom.encode(.text(speaker)))
        weaver.state(Field.affiliation, Atom.encode(Atom(affiliation)))
        weaver.state(Field.quote, Atom.encode(.text(quote)))
        return weaver.finish()
    }

    /// The statement that the assertions of a claim state.
    static func read(_ assertions: [Assertion]) throws(StoreError) -> Model.Statement {
        let values = FieldValues(assertions)
        do throws(ModelError) {
            return try Model.Statement(
                speaker: values[Field.speaker]?.text ?? "", affiliation: values[Field.affiliation]?.text,
                quote: values[Field.quote]?.text ?? "")
        } catch {
            throw .corrupt
        }
    }
}

/// The values of a claim's assertions by field.
private struct FieldValues {
    private var atoms: [String: [Atom]] = [:]

    init(_ assertions: [Assertion]) {
        for assertion in assertions {
            if let json = assertion.value { atoms[assertion.field] = Atom.decode(json) }
        }
    }

    subscript(field: String) -> Atom? {
        atoms[field]?.first
    }

    func list(_ field: String) -> [Atom] {
        atoms[field] ?? []
    }
}
