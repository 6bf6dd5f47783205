import LanguageData
import Model
import Testing

@testable import Ingestion

/// Reads the fields of deals whose type and parties are given, and prints each as a line.
struct FieldProbe {
    private struct Compiled {
        let tokenizer: Tokenizer
        let splitter: SentenceSplitter
        let gazetteer: Gazetteer
        let literals: LiteralReader
        let fields: FieldReader
    }

    private let compiled: Compiled

    private static let languages = Result {
        let files = LanguageFiles(
            LanguageData.files.map { file in
                let bytes = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
                return (name: file.name, text: Array(bytes))
            })
        return try Dictionary(uniqueKeysWithValues: files.languages.map { ($0, try compile(files.tables(for: $0))) })
    }

    private static func compile(_ tables: Tables) throws -> Compiled {
        let tokenizer = Tokenizer(
            elisions: WordSet(try tables.own("elisions").map { Folding.hash($0[0]) }),
            currencies: try tables.currencyCodes())
        var builder = Gazetteer.Builder(tokenizer: tokenizer)
        let literals = try LiteralReader(tables, &builder)
        let fields = try FieldReader(tables, &builder)
        return Compiled(
            tokenizer: tokenizer,
            splitter: SentenceSplitter(
                abbreviations: WordSet(try tables.own("abbreviations").map { Folding.hash($0[0]) })),
            gazetteer: builder.build(), literals: literals, fields: fields)
    }

    init(_ language: String) throws {
        compiled = try #require(try Self.languages.get()[language])
    }

    /// The deals of a text, in the order given; every sentence that names both sides of one speaks of it.
    func findings(_ sample: FieldSample) throws -> [Finding<Deal>] {
        let bytes = Array(sample.text.utf8)
        var tokens = bytes.withUnsafeBufferPointer { compiled.tokenizer.tokens(of: $0) }
        let sentences = compiled.splitter.split(&tokens)
        let document = Document(
            bytes: bytes, tokens: tokens, sentences: sentences,
            found: compiled.gazetteer.find(in: tokens, bytes: bytes))
        let published = try Day(sample.published)
        let entities = entities(sample, document)
        let candidates = sample.deals.map { candidate($0, entities, document) }
        return compiled.fields.deals(
            candidates, of: document, entities: entities,
            literals: compiled.literals.literals(of: document, published: published), excluded: LiteralSet(in: 0..<0),
            published: published)
    }

    private func entities(_ sample: FieldSample, _ document: Document) -> Entities {
        var entities = Entities()
        for name in sample.names {
            entities.all.append(Entity(sort: sample.sorts[name], kind: .organisation, name: name))
        }
        var token = 0
        while token < document.tokens.count {
            let match = entities.all.indices.first { index in
                let name = entities.all[index].name
                return document.text(token..<last(of: name, token, document)) == name
            }
            guard let match else {
                token += 1
                continue
            }
            let end = last(of: entities.all[match].name, token, document)
            entities.mentions.append(
                EntityMention(
                    entity: match, tokens: token..<end, form: .name,
                    possessive: end < document.tokens.count && document.tokens[end].kind == .possessive))
            token = end
        }
        return entities
    }

    private func last(of name: String, _ token: Int, _ document: Document) -> Int {
        min(token + name.split(separator: " ").count, document.tokens.count)
    }

    private func candidate(_ deal: FieldSample.Deal, _ entities: Entities, _ document: Document) -> DealCandidate {
        let parties = deal.parties.enumerated().map { index, name in
            DealCandidate.Party(
                entity: entities.all.firstIndex { $0.name == name } ?? 0,
                role: deal.type.roles[min(index, deal.type.roles.count - 1)], tokens: 0..<1)
        }
        let told = document.tokens.indices.filter { deal.trigger == document.text($0..<$0 + 1) }.map { at in
            DealCandidate.Anchor(
                tokens: document.sentence(of: at), trigger: at..<at + 1, tells: true)
        }
        let anchors =
            !told.isEmpty
            ? told
            : document.sentences.filter { sentence in
                let named = Set(entities.organisations(in: sentence).map(\.entity))
                return parties.allSatisfy { named.contains($0.entity) }
            }.map { DealCandidate.Anchor(tokens: $0, trigger: $0.lowerBound..<$0.lowerBound, tells: true) }
        return DealCandidate(
            type: deal.type, status: deal.status, parties: parties, anchors: anchors, value: nil, rule: "deal.test",
            confidence: deal.confidence)
    }
}

/// A text and the deals that it tells.
struct FieldSample: Sendable, CustomTestStringConvertible {
    struct Deal: Sendable {
        var type: DealType
        var parties: [String]
        var status: DealStatus = .signed
        var confidence = 900
        /// The word that tells it, wherever its parties stand.
        var trigger: String?
    }

    let language: String
    let text: String
    /// The companies that are named.
    let names: [String]
    let deals: [Deal]
    /// What kinds of companies they are, where it matters.
    var sorts: [String: String] = [:]
    var published = "2026-03-18"
    /// One line a deal.
    let expected: [String]

    init(
        _ language: String, _ type: DealType, _ text: String, _ expected: String, status: DealStatus = .signed,
        published: String = "2026-03-18", sorts: [String: String] = [:]
    ) {
        self.init(
            language, [Deal(type: type, parties: ["Orvane", "Belluna"], status: status)], text, expected,
            published: published)
        self.sorts = sorts
    }

    init(_ language: String, _ deals: [Deal], _ text: String, _ expected: String..., published: String = "2026-03-18") {
        self.language = language
        self.text = text
        self.deals = deals
        self.expected = expected
        self.published = published
        var names = ["Nvidia", "AMD", "Amazon", "Google"]
        for name in deals.flatMap(\.parties) where !names.contains(name) { names.append(name) }
        self.names = names
    }

    var testDescription: String { "\(language): \(text)" }

    /// Compares one kind of field of all deals.
    func check(_ field: (Model.Deal) -> String) throws {
        #expect(try FieldProbe(language).findings(self).map { field($0.record) } == expected)
    }

}

extension Model.Deal {
    var valueLine: String {
        guard let value else { return "-" }
        return Self.range(value.amount) + " " + value.currency.code
    }

    var termLine: String {
        guard let term else { return "-" }
        let parts = [
            term.months.map { "\($0)m" }, term.start.map { "from \($0.text)" }, term.end.map { "to \($0.text)" },
        ]
        return (parts.compactMap(\.self) + (term.multiYear ? ["multi"] : [])).joined(separator: " ")
    }

    var powerLine: String { power.map { $0.megawattText + " MW" } ?? "-" }
    var dayLine: String { announcedOn?.text ?? "-" }
    var purposeLine: String { purposes.map(\.rawValue).joined(separator: " ") }

    var allocationLine: String {
        allocations.map { row in
            [
                row.count.map(Self.range), row.vendor, row.product, row.unit.rawValue,
                row.stage == .option ? "option" : nil,
            ]
            .compactMap(\.self).joined(separator: " ")
        }.joined(separator: "; ")
    }

    private static func range(_ bounds: Bounds) -> String {
        let low = bounds.min.map(String.init) ?? ""
        let high = bounds.max.map(String.init) ?? ""
        return low == high ? low : low + ".." + high
    }
}
