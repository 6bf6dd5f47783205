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
    func encode(_ rows: [UInt8]) -> [UInt8] {
        switch format {
        case .json: return fields.map { Self.project(rows, $0) } ?? rows
        case .ndjson:
            let shown = fields.map { Self.project(rows, $0) } ?? rows
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
                guard let record = try? JSONReader.read(Array(row)) else { continue }
                for column in columns { column.write(record, to: &writer) }
                writer.endRow()
            }
            return writer.bytes
        }
    }

    /// The rows with only some members.
    private static func project(_ rows: [UInt8], _ names: [String]) -> [UInt8] {
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
}
