/// A second reading of RFC 9112, as simple as can be and written apart from the parser: whole lines in strings of bytes,
/// no state. It refuses too little rather than too much; what the parser takes, it must take.
enum NaiveReader {
    private static let tokenBytes = Set(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    private static let digits = Set("0123456789".utf8)

    /// Whether the bytes begin with a request head that can be taken.
    static func acceptsFirstHead(_ input: [UInt8]) -> Bool {
        guard var lines = lines(input) else { return false }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        guard let end = lines.firstIndex(where: \.isEmpty), end > 0 else { return false }
        let request = lines[0].split(separator: 0x20, omittingEmptySubsequences: false)
        guard request.count == 3, !request[0].isEmpty, request[0].allSatisfy(tokenBytes.contains),
            request[1].allSatisfy({ $0 > 0x20 && $0 < 0x7f && !"\"<>\\^`{|}#".utf8.contains($0) }), !request[1].isEmpty,
            request[2].starts(with: "HTTP/1.".utf8), request[2].count == 8,
            digits.contains(request[2][request[2].endIndex - 1])
        else { return false }
        var fields: [(name: String, value: String)] = []
        for line in lines[1..<end] {
            guard let colon = line.firstIndex(of: 0x3a), colon > 0, line[..<colon].allSatisfy(tokenBytes.contains),
                line[(colon + 1)...].allSatisfy({ $0 == 9 || ($0 >= 0x20 && $0 != 0x7f) })
            else { return false }
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
            fields.append((String(decoding: line[..<colon], as: UTF8.self).lowercased(), trimmed(value)))
        }
        return framesWell(fields, isOld: request[2].last == 0x30)
    }

    private static func framesWell(_ fields: [(name: String, value: String)], isOld: Bool) -> Bool {
        let hosts = fields.filter { $0.name == "host" }
        let lengths = fields.filter { $0.name == "content-length" }
        let codings = fields.filter { $0.name == "transfer-encoding" }
        guard hosts.count == 1 || (isOld && hosts.isEmpty),
            hosts.allSatisfy({ !$0.value.isEmpty && !$0.value.contains("@") }),
            lengths.count <= 1, codings.count <= 1, lengths.isEmpty || codings.isEmpty, !isOld || codings.isEmpty
        else { return false }
        return lengths.allSatisfy { !$0.value.isEmpty && $0.value.utf8.allSatisfy(digits.contains) }
            && codings.allSatisfy { $0.value.lowercased() == "chunked" }
    }

    /// The lines that end with CR LF; `nil` when a CR or LF stands alone before the head's end.
    private static func lines(_ input: [UInt8]) -> [[UInt8]]? {
        var (found, line, hasBegun): ([[UInt8]], [UInt8], Bool) = ([], [], false)
        for byte in input {
            guard byte == 10 else {
                line.append(byte)
                continue
            }
            guard line.popLast() == 13, !line.contains(13) else { return nil }
            found.append(line)
            if line.isEmpty, hasBegun { return found }
            hasBegun = hasBegun || !line.isEmpty
            line = []
        }
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first == 0x20 || first == 9 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last == 0x20 || last == 9 { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
