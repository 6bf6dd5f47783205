/// A second reading of RFC 9112, as simple as can be and written apart from the parser: whole lines in strings of bytes,
/// no state. It refuses too little rather than too much; what the parser takes, it must take.
enum NaiveReader {
    private static let tokenBytes = Set(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    private static let digits = Set("0123456789".utf8)

    private typealias Field = (name: String, value: String)

    /// The content of the request that the bytes begin with; `nil` when there is none that can be taken.
    static func firstRequest(of input: [UInt8]) -> [UInt8]? {
        var rest = input[...]
        while rest.starts(with: [13, 10]) { rest = rest.dropFirst(2) }
        guard let (lines, content) = section(rest), let first = lines.first, let isOld = isOld(first),
            let fields = fields(lines.dropFirst()), framesWell(fields, isOld: isOld)
        else { return nil }
        if fields.contains(where: { $0.name == "transfer-encoding" }) { return chunked(content)?.content }
        guard let length = fields.first(where: { $0.name == "content-length" }) else { return [] }
        guard let count = Int(length.value), content.count >= count else { return nil }
        return Array(content.prefix(count))
    }

    /// A whole chunked content and the number of bytes that it takes; `nil` when it is malformed or not whole.
    static func chunked(_ input: ArraySlice<UInt8>) -> (content: [UInt8], end: Int)? {
        var (rest, content) = (input, [UInt8]())
        while let (line, next) = line(rest) {
            let digits = line.prefix { $0 != 0x3b && $0 != 0x20 && $0 != 9 }
            guard !digits.isEmpty, !digits.contains(0x2b), !digits.contains(0x2d),
                let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            if size == 0 {
                guard let end = trailerEnd(next) else { return nil }
                return (content, end - input.startIndex)
            }
            let data = next.prefix(size)
            guard data.count == size, next.dropFirst(size).starts(with: [13, 10]) else { return nil }
            content += data
            rest = next.dropFirst(size + 2)
        }
        return nil
    }

    private static func trailerEnd(_ input: ArraySlice<UInt8>) -> Int? {
        if input.starts(with: [13, 10]) { return input.startIndex + 2 }
        guard let (lines, rest) = section(input), let fields = fields(lines[...]) else { return nil }
        let framing = ["host", "content-length", "transfer-encoding"]
        return fields.contains { framing.contains($0.name) } ? nil : rest.startIndex
    }

    /// Whether a request line is one of HTTP/1.0; `nil` when it is none.
    private static func isOld(_ line: ArraySlice<UInt8>) -> Bool? {
        let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(tokenBytes.contains),
            parts[1].allSatisfy({ $0 > 0x20 && $0 < 0x7f && !"\"<>\\^`{|}#".utf8.contains($0) }), !parts[1].isEmpty,
            parts[2].starts(with: "HTTP/1.".utf8), parts[2].count == 8, let last = parts[2].last, digits.contains(last)
        else { return nil }
        return last == 0x30
    }

    private static func fields(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [Field]? {
        var fields: [Field] = []
        for line in lines {
            guard let colon = line.firstIndex(of: 0x3a), colon > line.startIndex,
                line[..<colon].allSatisfy(tokenBytes.contains),
                line[(colon + 1)...].allSatisfy({ $0 == 9 || ($0 >= 0x20 && $0 != 0x7f) })
            else { return nil }
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
            fields.append((String(decoding: line[..<colon], as: UTF8.self).lowercased(), trimmed(value)))
        }
        return fields
    }

    private static func framesWell(_ fields: [Field], isOld: Bool) -> Bool {
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

    /// The lines up to an empty one, at least one, and what stands behind it.
    private static func section(
        _ input: ArraySlice<UInt8>
    ) -> (lines: [ArraySlice<UInt8>], rest: ArraySlice<UInt8>)? {
        var (lines, rest): ([ArraySlice<UInt8>], ArraySlice<UInt8>) = ([], input)
        while let (line, next) = line(rest) {
            rest = next
            if line.isEmpty { return lines.isEmpty ? nil : (lines, rest) }
            lines.append(line)
        }
        return nil
    }

    /// The bytes before the first CR LF and those behind it; `nil` when a CR or LF stands alone before it.
    private static func line(_ input: ArraySlice<UInt8>) -> (line: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
        guard let end = input.firstIndex(where: { $0 == 13 || $0 == 10 }), input[end...].starts(with: [13, 10]) else {
            return nil
        }
        return (input[..<end], input[(end + 2)...])
    }

    private static func trimmed(_ text: String) -> String {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first == 0x20 || first == 9 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last == 0x20 || last == 9 { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
