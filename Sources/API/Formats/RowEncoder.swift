import Model

/// Writes rows of stored JSON in the format of an export.
struct RowEncoder: Sendable {
    let format: ListFormat
    let columns: [CSVColumn]
    /// The members to keep, or `nil` for all.
    let fields: [String]?

    /// An encoder; with `fields`, only the columns that show one of them are written.
    init(_ format: ListFormat, columns: [CSVColumn], fields: [String]?) {
        self.format = format
        self.fields = fields
        self.columns = columns.filter { column in
            fields.map { names in names.contains(column.name) || column.path.first.map(names.contains) ?? false }
                ?? true
        }
    }

    /// What stands before the first row.
    var head: [UInt8] {
        guard format == .csv else { return [] }
        var writer = CSVWriter()
        for column in columns { writer.cell(column.name) }
        writer.endRow()
        return writer.bytes
    }

    /// Rows, given as JSON objects joined by commas.
    ///
    /// - Throws: ``StoreError/corrupt`` where a row is no JSON: a damaged one is neither shown nor left out silently.
    func encode(_ rows: [UInt8]) throws(StoreError) -> [UInt8] {
        guard JSONCheck.areValues(rows) else { throw .corrupt }
        let shown: [UInt8]
        if format != .csv, let fields { shown = try Self.project(rows, fields) } else { shown = rows }
        switch format {
        case .json: return shown
        case .ndjson:
            var lines: [UInt8] = []
            lines.reserveCapacity(shown.count)
            for row in JSONRows.split(shown) {
                lines.append(contentsOf: row)
                lines.append(0x0A)
            }
            return lines
        case .csv:
            var writer = CSVWriter()
            for row in JSONRows.split(rows) {
                let record = try Self.record(row)
                for column in columns { column.write(record, to: &writer) }
                writer.endRow()
            }
            return writer.bytes
        }
    }

    /// The rows with only some members.
    private static func project(_ rows: [UInt8], _ names: [String]) throws(StoreError) -> [UInt8] {
        var records: [JSONValue] = []
        for row in JSONRows.split(rows) { records.append(try record(row)) }
        var writer = JSONWriter(.compact, capacity: rows.count / 2)
        writer.array(records) { writer, record in
            writer.object { writer in
                for name in names {
                    guard let member = record[name] else { continue }
                    writer.key(name)
                    writer.value(member)
                }
            }
        }
        return Array(writer.bytes.dropFirst().dropLast())
    }

    /// A stored row, read.
    private static func record(_ row: ArraySlice<UInt8>) throws(StoreError) -> JSONValue {
        guard let value = try? JSONReader.read(Array(row)), case .object = value else { throw .corrupt }
        return value
    }
}
