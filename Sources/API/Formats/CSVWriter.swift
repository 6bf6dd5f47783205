/// Writes rows of comma-separated values (RFC 4180): CRLF behind each, quotation marks where they are needed.
struct CSVWriter: Sendable {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// Ends the row.
    mutating func endRow() {
        bytes.append(contentsOf: [0x0D, 0x0A])
        isFirst = true
    }

    /// A cell of text. What a spreadsheet would run as a formula is kept from it by an apostrophe (CWE-1236).
    mutating func text(_ text: String) {
        let starts: [UInt8] = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A]
        let isFormula = text.utf8.first.map(starts.contains) ?? false
        cell(isFormula ? "'" + text : text)
    }

    /// A cell that holds a number, a date or a word of ours.
    mutating func cell(_ text: String) {
        if !isFirst { bytes.append(0x2C) }
        isFirst = false
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
