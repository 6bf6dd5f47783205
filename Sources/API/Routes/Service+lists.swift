import HTTPCore
import Model

extension Service {
    /// A list in the format that the request asks for.
    func list<Field>(_ list: RecordList<Field>, _ call: Call) throws(Problem) -> HTTPResponse {
        let format = try ListFormat(call.request)
        var query = RecordQuery<Field>(call.query)
        if let word = call.query.value("cursor") {
            query.after = try Cursor.key(of: word, path: list.path, items: call.query.items)
        }
        let encoder = encoder(list, format, call)
        var response: HTTPResponse
        if format == .json || call.query.value("limit") != nil {
            if call.query.value("limit") == nil { query.limit = configuration.pageSize }
            response = try page(list, query, encoder, call)
        } else {
            query.limit = configuration.pageLimit
            response = try export(list, query, encoder, call)
        }
        response.fields.append("vary", "accept")
        return response
    }

    /// What writes the rows.
    private func encoder<Field>(_ list: RecordList<Field>, _ format: ListFormat, _ call: Call) -> RowEncoder {
        guard let text = call.query.value("fields") else {
            return RowEncoder(format, columns: list.columns, fields: nil)
        }
        let names = text.split(separator: ",").map(String.init)
        return RowEncoder(format, columns: list.columns, fields: names)
    }

    /// One page: in JSON `{"data": […], "next": URL or null, "count": N}`, the rows as the store keeps them.
    private func page<Field>(
        _ list: RecordList<Field>, _ query: RecordQuery<Field>, _ encoder: RowEncoder, _ call: Call
    ) throws(Problem) -> HTTPResponse {
        let page = try ask { () throws(StoreError) in try list.page(records, query) }
        let next = page.next.map { Self.link(list.path, call, after: $0) }
        var body = try ask { () throws(StoreError) in try encoder.encode(page.rows) }
        if encoder.format == .csv { body = encoder.head + body }
        if encoder.format == .json {
            var counted = query
            counted.after = nil
            let isWhole = next == nil && query.after == nil
            let count = isWhole ? page.rowCount : try ask { () throws(StoreError) in try list.count(records, counted) }
            body = Self.envelope(body, next: next, count: count, facets: try facets(list, counted, call))
        }
        var response = HTTPResponse(.ok, contentType: encoder.format.contentType, body)
        if let next { response.fields.append("link", "<\(next)>; rel=\"next\"") }
        return response
    }

    /// All rows: what fits one page at once, more as a stream whose end shows that it is whole.
    private func export<Field>(
        _ list: RecordList<Field>, _ query: RecordQuery<Field>, _ encoder: RowEncoder, _ call: Call
    ) throws(Problem) -> HTTPResponse {
        let generation = records.generation
        let first = try ask { () throws(StoreError) in try list.page(records, query) }
        let start = try ask { () throws(StoreError) in encoder.head + (try encoder.encode(first.rows)) }
        guard first.next != nil else { return HTTPResponse(.ok, contentType: encoder.format.contentType, start) }
        var response = HTTPResponse(
            .ok, fields: ["content-type": encoder.format.contentType],
            body: .stream(RowPager.stream(list, records, encoder, query, first: start, after: first.next)))
        // The rows are not at hand to be hashed: the tag names the state of the store in this run of the service.
        let question = "\(call.request.path)?\(call.request.query ?? "") \(encoder.format) \(started.microseconds)"
        response.fields.append("etag", "W/\"\(generation)-\(ContentHash(Array(question.utf8)).text)\"")
        response.fields.append("cache-control", "no-cache")
        return response
    }

    /// The address of the page behind a key.
    private static func link(_ list: String, _ call: Call, after key: PageKey) -> String {
        let word = Cursor.word(for: key, path: list, items: call.query.items)
        if call.query.value("cursor") == nil {
            // The query as it came, with the cursor behind it: nothing is encoded anew.
            return call.request.path + "?" + (call.request.query.map { $0 + "&" } ?? "") + "cursor=" + word
        }
        let kept = call.query.items.filter { $0.name != "cursor" }
        return address(call.request.path, kept + [QueryItem(name: "cursor", value: word)])
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
                writer.array(rows) { $0.facet($1, of: field, list.path, call.query) }
            }
        }
        return writer.bytes
    }
}

extension JSONWriter {
    /// A value of a facet with its count and the address that turns it on or off.
    fileprivate mutating func facet<Field: QueryField>(
        _ row: FacetCount, of field: Field, _ path: String, _ query: CheckedQuery
    ) {
        let value: String? =
            switch row.value {
            case .text(let text): text
            case .integer(let number) where field.kind == .flag: number == 0 ? "false" : "true"
            case .integer(let number): String(number)
            case nil: nil
            }
        // Records without a value are asked for by an operator.
        let toggle = QueryItem(
            name: value == nil ? "\(field.rawValue)__isnull" : field.rawValue, value: value ?? "true")
        let isSelected = query.items.contains(toggle)
        var items = query.items.filter { $0.name != "cursor" && $0 != toggle }
        if !isSelected { items.append(toggle) }
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
