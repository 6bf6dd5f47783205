/// Rows of stored JSON: objects joined by commas.
enum JSONRows {
    /// The single objects. The rows are valid JSON (``JSONCheck``).
    static func split(_ rows: [UInt8]) -> [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        var depth = 0
        var start = 0
        var index = 0
        while index < rows.count {
            switch rows[index] {
            case 0x22: index = endOfString(rows, index)
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D: depth -= 1
            case 0x2C where depth == 0:
                result.append(rows[start..<index])
                start = index + 1
            default: break
            }
            index += 1
        }
        if start < rows.count { result.append(rows[start...]) }
        return result
    }

    /// The closing quotation mark of the string that opens at `index`.
    private static func endOfString(_ rows: [UInt8], _ index: Int) -> Int {
        var at = index + 1
        while at < rows.count, rows[at] != 0x22 { at += rows[at] == 0x5C ? 2 : 1 }
        return at
    }
}
