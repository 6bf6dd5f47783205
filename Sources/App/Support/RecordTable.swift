import Foundation

/// The records of a list as a table for a terminal: a column for each plain member, parties and amounts spelt out.
struct RecordTable {
    private let rows: [[String]]
    private let hasMore: Bool

    /// The members shown, in this order, where the records have them.
    private static let columns = [
        "id", "type", "status", "name", "subject", "predicate", "object", "speaker", "source", "product", "vendor",
        "min", "max", "unit", "parties", "value", "power_mw", "announced_on", "published", "quote", "title",
    ]
    private static let widest = 60

    /// The table of a list's answer.
    init(json: [UInt8]) {
        let answer = (try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]) ?? [:]
        let records = answer["data"] as? [[String: Any]] ?? []
        hasMore = answer["next"] is String
        let shown = Self.columns.filter { column in records.contains { $0[column] != nil && !($0[column] is NSNull) } }
        rows = records.isEmpty ? [] : [shown] + records.map { record in shown.map { Self.cell(record[$0]) } }
    }

    /// The lines, with a line feed each.
    var text: String {
        guard let head = rows.first else { return "nothing found\n" }
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            let cells = row.enumerated().map { $1.padding(toLength: widths[$0], withPad: " ", startingAt: 0) }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
        return lines.joined(separator: "\n") + "\n" + (hasMore ? "… more: raise --limit\n" : "")
    }

    private static func cell(_ value: Any?) -> String {
        var text: String
        switch value {
        case let string as String: text = string
        case let number as NSNumber: text = number.stringValue
        case let list as [[String: Any]]:
            text = list.map { "\($0["company"] as? String ?? "?") (\($0["role"] as? String ?? "?"))" }
                .joined(separator: ", ")
        case let amount as [String: Any]:
            let ends = ["min", "max"].map { (amount[$0] as? NSNumber)?.stringValue ?? "" }
            text =
                (ends[0] == ends[1] ? ends[0] : ends.joined(separator: "…")) + " "
                + (amount["currency"] as? String ?? "")
        default: text = ""
        }
        if text.count > widest { text = text.prefix(widest - 1) + "…" }
        return text
    }
}
