import Model

/// The order of a list: columns that may be null, and a number that is unique.
struct ListOrder {
    /// Ordering columns; records without the first of them come last.
    var columns: [String]
    /// The number of a record.
    var unique: String
    var descending: Bool
    /// Whether the first column may be null.
    var isNullable: Bool

    var terms: [String] { columns + [unique] }
}

/// Reads a page of a list from where the page before it ended. Records without the ordering value are a segment of their
/// own behind the others, so that each segment is one range of an index.
struct KeysetPage {
    let connection: Connection
    let selection: Selection
    let order: ListOrder
    let limit: Int

    /// The page behind a key: `row` writes each record to the rows.
    ///
    /// - Throws: ``StoreError/invalidCursor`` for a key of another shape.
    func read(
        after key: PageKey?, columns: String, _ row: (PreparedStatement, inout [UInt8]) throws(StoreError) -> Void
    ) throws(StoreError) -> RecordPage {
        var page = RecordPage(rows: [], rowCount: 0, next: nil)
        var last: PageKey?
        var hasMore = false
        for segment in try segments(after: key) where !hasMore {
            var narrowed = selection
            segment.narrow(&narrowed)
            let direction = order.descending ? " DESC" : ""
            let terms = (segment.isNull ? [order.unique] : order.terms).map { $0 + direction }
            let tail = " ORDER BY \(terms.joined(separator: ", ")) LIMIT \(limit + 1 - page.rowCount)"
            let keys = order.terms.joined(separator: ", ")
            try connection.each(narrowed.sql("\(keys), \(columns)", tail: tail, isOrdered: true), narrowed.values) {
                statement throws(StoreError) in
                guard page.rowCount < limit else {
                    hasMore = true
                    return
                }
                if page.rowCount > 0 { page.rows.append(UInt8(ascii: ",")) }
                try row(statement, &page.rows)
                page.rowCount += 1
                last = PageKey(order.terms.indices.map { statement.part(Int32($0)) })
            }
        }
        page.next = hasMore ? last : nil
        return page
    }

    /// The column behind the keys.
    var firstColumn: Int32 {
        Int32(order.terms.count)
    }

    private struct Segment {
        var isNull: Bool
        var condition: String?
        var values: [SQLValue]

        func narrow(_ selection: inout Selection) {
            if let condition { selection.add(condition, values) }
        }
    }

    private func segments(after key: PageKey?) throws(StoreError) -> [Segment] {
        let first = order.columns.first ?? order.unique
        // The columns of an order are missing together.
        let missing = order.columns.map { $0 + " IS NULL" }.joined(separator: " AND ")
        let nulls = order.isNullable ? [Segment(isNull: true, condition: missing, values: [])] : []
        guard let key else {
            return [Segment(isNull: false, condition: order.isNullable ? "\(first) IS NOT NULL" : nil, values: [])]
                + nulls
        }
        guard key.parts.count == order.terms.count, case .integer(let number)? = key.parts.last else {
            throw .invalidCursor
        }
        let sign = order.descending ? "<" : ">"
        if key.parts.first == .null, order.isNullable {
            return [
                Segment(
                    isNull: true, condition: "\(missing) AND \(order.unique) \(sign) ?", values: [.int(number)])
            ]
        }
        var values: [SQLValue] = []
        for part in key.parts {
            switch part {
            case .null: throw .invalidCursor
            case .integer(let value): values.append(.int(value))
            case .text(let value): values.append(.text(value))
            }
        }
        let places = Selection.places(values.count)
        let behind = "(\(order.terms.joined(separator: ", "))) \(sign) (\(places))"
        return [Segment(isNull: false, condition: behind, values: values)] + nulls
    }
}
