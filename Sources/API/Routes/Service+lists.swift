import HTTPCore
import Model

extension Service {
    /// A page of a list: `{"data": […], "next": URL or null, "count": N}`, the rows as the store keeps them.
    func list<Field>(_ list: RecordList<Field>, _ call: Call) throws(Problem) -> HTTPResponse {
        var query = try RecordQuery<Field>(call.query)
        if call.query.value("limit") == nil { query.limit = configuration.pageSize }
        if let word = call.query.value("cursor") {
            query.after = try Cursor.key(of: word, path: list.path, items: call.query.items)
        }
        let page = try ask { () throws(StoreError) in try list.page(records, query) }
        let next = page.next.map { Self.link(list.path, call.query.items, after: $0) }
        var counted = query
        counted.after = nil
        let isWhole = next == nil && query.after == nil
        let count =
            isWhole ? page.rowCount : try ask { () throws(StoreError) in try list.count(records, counted) }
        let facets = try facets(list, counted, call)
        var response = HTTPResponse(
            .ok, contentType: "application/json",
            Self.envelope(try Self.project(page.rows, call.query), next: next, count: count, facets: facets))
        response.fields.append("vary", "accept")
        if let next { response.fields.append("link", "<\(next)>; rel=\"next\"") }
        return response
    }

    /// The address of the page behind a key.
    private static func link(_ path: String, _ items: [QueryItem], after key: PageKey) -> String {
        let kept = items.filter { $0.name != "cursor" }
        let cursor = QueryItem(name: "cursor", value: Cursor.word(for: key, path: path, items: items))
        return address(path, kept + [cursor])
    }

    /// A path with a query.
    static func address(_ path: String, _ items: [QueryItem]) -> String {
        guard !items.isEmpty else { return path }
        let pairs = items.map { PercentDecoding.encode($0.name) + "=" + PercentDecoding.encode($0.value) }
        return path + "?" + pairs.joined(separator: "&")
    }

    /// The answer around the rows.
    private static func envelope(_ rows: [UInt8], next: String?, count: Int, facets: [UInt8]?) -> [UInt8] {
        var tail = JSONWriter(.compact, capacity: 256)
        tail.string(next)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.count + tail.bytes.count + 64 + (facets?.count ?? 0))
        bytes.append(contentsOf: #"{"data":["#.utf8)
        bytes.append(contentsOf: rows)
        bytes.append(contentsOf: #"],"next":"#.utf8)
        bytes.append(contentsOf: tail.bytes)
        bytes.append(contentsOf: #","count":"#.utf8)
        bytes.append(contentsOf: String(count).utf8)
        if let facets {
            bytes.append(contentsOf: #","facets":"#.utf8)
            bytes.append(contentsOf: facets)
        }
        bytes.append(0x7D)
        return bytes
    }

    /// The rows with only the members that `fields` names, or all of them.
    private static func project(_ rows: [UInt8], _ query: CheckedQuery) throws(Problem) -> [UInt8] {
        guard let fields = query.value("fields") else { return rows }
        let names = fields.split(separator: ",").map(String.init)
        var writer = JSONWriter(.compact, capacity: rows.count / 2)
        writer.array(JSONRows.split(rows)) { writer, row in
            let value = (try? JSONReader.read(Array(row))) ?? .null
            writer.object { writer in
                for name in names {
                    guard let member = value[name] else { continue }
                    writer.key(name)
                    writer.value(member)
                }
            }
        }
        return Array(writer.bytes.dropFirst().dropLast())
    }

    /// The counts of `facets=type,status`, each value with the address that adds or removes it.
    private func facets<Field>(
        _ list: RecordList<Field>, _ query: RecordQuery<Field>, _ call: Call
    ) throws(Problem) -> [UInt8]? {
        guard let ask = list.facets, let names = call.query.value("facets") else { return nil }
        var writer = JSONWriter()
        var counts: [(Field, [FacetCount])] = []
        for name in names.split(separator: ",") {
            guard let field = Field(rawValue: String(name)) else { continue }
            counts.append((field, try self.ask { () throws(StoreError) in try ask(records, query, field) }))
        }
        writer.object { writer in
            for (field, rows) in counts {
                writer.key(field.rawValue)
                writer.array(rows) { $0.facet($1, of: field.rawValue, list.path, call.query) }
            }
        }
        return writer.bytes
    }
}

extension JSONWriter {
    /// A value of a facet with its count and the address that turns it on or off.
    fileprivate mutating func facet(_ row: FacetCount, of name: String, _ path: String, _ query: CheckedQuery) {
        let value: String? =
            switch row.value {
            case .text(let text): text
            case .integer(let number): String(number)
            case nil: nil
            }
        let isSelected = value.map(query.values(name).contains) ?? false
        var items = query.items.filter { $0.name != "cursor" }
        if isSelected {
            items.removeAll { $0.name == name && $0.value == value }
        } else if let value {
            items.append(QueryItem(name: name, value: value))
        } else {
            items.append(QueryItem(name: "\(name)__isnull", value: "true"))
        }
        object { writer in
            writer.key("value")
            writer.string(value)
            writer.key("count")
            writer.integer(row.count)
            writer.key("selected")
            writer.bool(isSelected)
            writer.key("url")
            writer.string(Service.address(path, items))
        }
    }
}
