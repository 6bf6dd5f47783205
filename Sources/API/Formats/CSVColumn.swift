/// A column of a list as CSV: where its cells come from in the record's JSON.
struct CSVColumn: Sendable {
    /// The heading.
    let name: String
    /// The members that lead to the value, the outermost first.
    let path: [String]

    /// A column whose heading is its member.
    init(_ name: String, _ path: String...) {
        self.name = name
        self.path = path.isEmpty ? [name] : path
    }

    /// Writes the cell of a record.
    func write(_ record: JSONValue, to writer: inout CSVWriter) {
        let value = path.reduce(Optional(record)) { value, name in value?[name] }
        switch value {
        case .number(let text)?: writer.cell(text)
        case .bool(let flag)?: writer.cell(flag ? "true" : "false")
        case .string(let text)?: writer.text(text)
        case .array(let items)?: writer.text(items.map(Self.phrase).joined(separator: "; "))
        case .object?, .null?, nil: writer.cell("")
        }
    }

    /// An element of an array in words: a party with its role, an allocation with its count, or the text itself.
    private static func phrase(_ item: JSONValue) -> String {
        if let text = item.text { return text }
        if let company = item["company"]?.text { return "\(company) (\(item["role"]?.text ?? ""))" }
        guard let unit = item["unit"]?.text else { return item["article"]?.text ?? item["id"]?.text ?? "" }
        let (min, max) = (item["min"]?.integer, item["max"]?.integer)
        let count =
            switch (min, max) {
            case (let low?, let high?): low == high ? "\(low)" : "\(low)-\(high)"
            case (let low?, nil): "\(low)+"
            case (nil, let high?): "up to \(high)"
            case (nil, nil): ""
            }
        let words = [
            count, item["product"]?.text ?? item["vendor"]?.text ?? "", unit, "(\(item["stage"]?.text ?? ""))",
        ]
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension CSVColumn {
    static let deals = [
        CSVColumn("id"), CSVColumn("type"), CSVColumn("status"), CSVColumn("binding"), CSVColumn("parties"),
        CSVColumn("value_min", "value", "min"), CSVColumn("value_max", "value", "max"),
        CSVColumn("currency", "value", "currency"), CSVColumn("term_months", "term", "months"),
        CSVColumn("term_start", "term", "start"), CSVColumn("term_end", "term", "end"), CSVColumn("power_mw"),
        CSVColumn("announced_on"), CSVColumn("purposes"), CSVColumn("allocations"), CSVColumn("review"),
        CSVColumn("confidence"), CSVColumn("independent_sources"), CSVColumn("sources"), CSVColumn("created_at"),
        CSVColumn("changed_at"), CSVColumn("version"),
    ]
    static let companies = [
        CSVColumn("id"), CSVColumn("name"), CSVColumn("aliases"), CSVColumn("parent_id", "parent", "id"),
        CSVColumn("parent_name", "parent", "name"), CSVColumn("country"), CSVColumn("kind"), CSVColumn("deals"),
        CSVColumn("relationships"), CSVColumn("created_at"), CSVColumn("changed_at"),
    ]
    static let allocations = [
        CSVColumn("id"), CSVColumn("product"), CSVColumn("vendor"), CSVColumn("unit"), CSVColumn("min"),
        CSVColumn("max"), CSVColumn("stage"), CSVColumn("deal_id", "deal", "id"),
        CSVColumn("deal_type", "deal", "type"),
        CSVColumn("deal_status", "deal", "status"), CSVColumn("announced_on", "deal", "announced_on"),
        CSVColumn("parties", "deal", "parties"),
    ]
    static let relationships = [
        CSVColumn("id"), CSVColumn("subject"), CSVColumn("predicate"), CSVColumn("object"), CSVColumn("confidence"),
        CSVColumn("sources"), CSVColumn("created_at"),
    ]
    static let estimates = [
        CSVColumn("id"), CSVColumn("source"), CSVColumn("subject"), CSVColumn("region"),
        CSVColumn("value_min", "value", "min"), CSVColumn("value_max", "value", "max"),
        CSVColumn("currency", "value", "currency"), CSVColumn("from"), CSVColumn("to"), CSVColumn("confidence"),
        CSVColumn("sources"), CSVColumn("created_at"),
    ]
    static let statements = [
        CSVColumn("id"), CSVColumn("speaker"), CSVColumn("affiliation"), CSVColumn("quote"), CSVColumn("confidence"),
        CSVColumn("sources"), CSVColumn("created_at"),
    ]
    static let articles = [
        CSVColumn("id"), CSVColumn("title"), CSVColumn("url"), CSVColumn("source"), CSVColumn("language"),
        CSVColumn("published"), CSVColumn("reprint_of"), CSVColumn("created_at"),
    ]
}
