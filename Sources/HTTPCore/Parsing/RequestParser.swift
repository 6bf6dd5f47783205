/// Reads one request head, line by line, from bytes that may arrive in any pieces.
///
/// The caller hands over all bytes from the first one that was not consumed; between calls it only adds bytes at the end.
/// Each line is judged when its LF has come, limits are judged by counts alone, and the first byte of a request by itself,
/// so that the outcome never depends on how the bytes were split.
public struct RequestParser: Sendable {
    private let limits: ParserLimits
    /// Bytes searched for a line end.
    private var scanned = 0
    /// First byte of the line being read.
    private var lineStart = 0
    /// First byte behind the empty lines that may precede a request (RFC 9112 section 2.2).
    private var headStart = 0
    private var emptyLines = 0
    private var requestLine: RequestLine?
    private var slots: [HTTPFields.Slot] = []
    private var framing = FramingFields()

    /// A parser at the start of a request.
    public init(limits: ParserLimits = ParserLimits()) {
        self.limits = limits
    }

    /// Whether the bytes handed over so far hold a part of a request, empty lines apart.
    func hasBegun(of count: Int) -> Bool { count > headStart }

    /// Reads on. After a head the parser is ready for the next one.
    ///
    /// - Parameter input: all bytes since the last head, those of former calls included.
    /// - Returns: the head, or `nil` when more bytes are needed.
    /// - Throws: ``ProtocolError``; the parser must not be used after it.
    public mutating func parse(_ input: Span<UInt8>) throws(ProtocolError) -> RequestHead? {
        try checkStart(input)
        while let lineFeed = Self.lineFeed(in: input, from: scanned) {
            scanned = lineFeed + 1
            try checkLimits(line: lineFeed - lineStart - 1, head: scanned - headStart)
            guard lineFeed > lineStart, input[lineFeed - 1] == 13 else { throw .badLineEnd }
            let line = lineStart..<(lineFeed - 1)
            lineStart = scanned
            if !line.isEmpty {
                try read(line, of: input)
            } else if requestLine == nil {
                try skipEmptyLine()
                try checkStart(input)
            } else {
                return try finish(input)
            }
        }
        scanned = input.count
        try checkLimits(line: scanned - lineStart - 1, head: scanned - headStart)
        return nil
    }

    /// What begins with neither a method nor an empty line is no HTTP: a TLS greeting is told so at once instead of being
    /// kept waiting for a line end that never comes.
    private func checkStart(_ input: Span<UInt8>) throws(ProtocolError) {
        guard requestLine == nil, lineStart < input.count else { return }
        let byte = input[lineStart]
        guard ByteClass.isToken(byte) || byte == 13 || byte == 10 else { throw .badRequestLine }
    }

    /// The request line is bounded on its own, so that it can be told apart in the answer: 414, not 431.
    private func checkLimits(line: Int, head: Int) throws(ProtocolError) {
        if requestLine == nil, line > limits.requestLineBytes { throw .lineTooLong }
        if head > limits.headBytes { throw .headTooLarge }
    }

    private mutating func skipEmptyLine() throws(ProtocolError) {
        emptyLines += 1
        if emptyLines > limits.leadingEmptyLines { throw .badRequestLine }
        headStart = scanned
    }

    private mutating func read(_ line: Range<Int>, of input: Span<UInt8>) throws(ProtocolError) {
        guard requestLine != nil else {
            requestLine = try RequestLine(input, line)
            return
        }
        if slots.count == limits.fieldCount { throw .headTooLarge }
        let slot = try FieldLine.parse(input, line)
        try framing.note(input, slot)
        slots.append(slot)
    }

    private mutating func finish(_ input: Span<UInt8>) throws(ProtocolError) -> RequestHead {
        guard let requestLine else { throw .badRequestLine }
        let facts = try framing.judge(input, requestLine.version)
        let storage = Self.copy(input, 0..<scanned)
        var request = HTTPRequest(
            line: requestLine, fields: HTTPFields(storage: storage, slots: slots))
        if request.authority == nil, let host = facts.host { request.authority = input.text(host) }
        let head = RequestHead(
            request: request, framing: facts.framing, keepsAlive: facts.keepsAlive,
            expectsContinue: facts.expectsContinue, byteCount: scanned)
        self = RequestParser(limits: limits)
        return head
    }

    private static func copy(_ input: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        input.extracting(range).withUnsafeBufferPointer { Array($0) }
    }

    private static func lineFeed(in input: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < input.count {
            if input[index] == 10 { return index }
            index += 1
        }
        return nil
    }
}

/// A request head and what it says about the bytes behind it.
public struct RequestHead: Sendable {
    /// The request, its body still empty.
    public var request: HTTPRequest
    /// How the content is delimited.
    public let framing: Framing
    /// Whether the connection may serve another request (RFC 9112 section 9.3).
    public let keepsAlive: Bool
    /// Whether the peer waits for a 100 before it sends the content (RFC 9110 section 10.1.1).
    public let expectsContinue: Bool
    /// The number of bytes consumed.
    public let byteCount: Int
}

/// How the content of a request is delimited (RFC 9112 section 6).
public enum Framing: Hashable, Sendable {
    /// There is none.
    case none
    /// By its length in bytes, 1 at least.
    case length(Int)
    /// By chunks.
    case chunked
}

extension Span<UInt8> {
    /// The text of a range that was checked to be ASCII.
    func text(_ range: Range<Int>) -> String {
        extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a range spells a word given in lower case, capitals taken as small letters.
    func equals(_ range: Range<Int>, lowercase word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { letters in
            for offset in 0..<letters.count
            where ByteClass.lowered(self[range.lowerBound + offset]) != letters[offset] { return false }
            return true
        }
    }

    /// The range without SP and HTAB at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, ByteClass.isBlank(self[start]) { start += 1 }
        while end > start, ByteClass.isBlank(self[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Whether every `%` of a range has two hexadecimal digits behind it (RFC 3986 section 2.1).
    func hasSoundEscapes(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if self[index] == UInt8(ascii: "%") {
                guard index + 2 < range.upperBound, ByteClass.hexValue(self[index + 1]) != nil,
                    ByteClass.hexValue(self[index + 2]) != nil
                else { return false }
                index += 2
            }
            index += 1
        }
        return true
    }
}
