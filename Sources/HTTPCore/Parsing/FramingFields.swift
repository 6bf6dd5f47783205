/// Collects the fields that decide where a request ends and whether the connection goes on, and judges them together.
struct FramingFields: Sendable {
    /// What the fields come to.
    struct Facts {
        var framing = Framing.none
        var keepsAlive = true
        var expectsContinue = false
        var host: Range<Int>?
    }

    private enum Expectation { case none, continuation, unknown }

    private var host: Range<Int>?
    private var length: Range<Int>?
    private var coding: Range<Int>?
    private var hasManyCodings = false
    private var saysClose = false
    private var saysKeepAlive = false
    private var expectation = Expectation.none

    /// Takes note of a field.
    ///
    /// - Throws: ``ProtocolError/badHost`` or ``ProtocolError/badContentLength`` for a second line, even an equal one:
    ///   two readers might take different ones (RFC 9112 sections 3.2 and 6.3).
    mutating func note(_ input: Span<UInt8>, _ slot: HTTPFields.Slot) throws(ProtocolError) {
        let (name, value) = (slot.name, slot.value)
        switch name.count {
        case 4 where input.equals(name, lowercase: "host"):
            if host != nil { throw .badHost }
            host = value
        case 6 where input.equals(name, lowercase: "expect"):
            let isFirst = expectation == .none
            expectation = isFirst && input.equals(value, lowercase: "100-continue") ? .continuation : .unknown
        case 10 where input.equals(name, lowercase: "connection"):
            noteConnection(input, value)
        case 14 where input.equals(name, lowercase: "content-length"):
            if length != nil { throw .badContentLength }
            length = value
        case 17 where input.equals(name, lowercase: "transfer-encoding"):
            hasManyCodings = coding != nil
            coding = value
        default: break
        }
    }

    /// Options are a list over all lines, compared without case (RFC 9110 section 7.6.1).
    private mutating func noteConnection(_ input: Span<UInt8>, _ value: Range<Int>) {
        var start = value.lowerBound
        while start <= value.upperBound {
            var end = start
            while end < value.upperBound, input[end] != UInt8(ascii: ",") { end += 1 }
            let option = input.trimmed(start..<end)
            if input.equals(option, lowercase: "close") { saysClose = true }
            if input.equals(option, lowercase: "keep-alive") { saysKeepAlive = true }
            start = end + 1
        }
    }

    /// Decides.
    ///
    /// - Throws: ``ProtocolError`` for a missing or invalid Host, for lengths and codings that leave the end in doubt, and
    ///   for an expectation that is not understood.
    func judge(_ input: Span<UInt8>, _ version: HTTPVersion) throws(ProtocolError) -> Facts {
        var facts = Facts()
        facts.host = host
        if let host {
            guard Authority.isValid(input, host) else { throw .badHost }
        } else if version == .http11 {
            throw .badHost
        }
        facts.framing = try framing(input, version)
        // "close" wins; HTTP/1.0 closes unless it asks otherwise (RFC 9112 section 9.3).
        facts.keepsAlive = !saysClose && (version == .http11 || saysKeepAlive)
        // HTTP/1.0 knows no 1xx: the expectation must be ignored (RFC 9110 section 10.1.1).
        if version == .http11 {
            if expectation == .unknown { throw .expectationFailed }
            facts.expectsContinue = expectation == .continuation && facts.framing != .none
        }
        return facts
    }

    private func framing(_ input: Span<UInt8>, _ version: HTTPVersion) throws(ProtocolError) -> Framing {
        if let coding {
            // Both fields, or the coding in HTTP/1.0, is how smuggling begins (RFC 9112 sections 6.1 and 6.3).
            guard length == nil, version == .http11, !hasManyCodings else { throw .badTransferEncoding }
            if input.equals(coding, lowercase: "chunked") { return .chunked }
            throw isOtherCoding(input, coding) ? .unknownTransferCoding : .badTransferEncoding
        }
        guard let length else { return .none }
        let bytes = try Self.decimal(input, length)
        return bytes == 0 ? .none : .length(bytes)
    }

    /// Whether a value is one token other than "chunked": a coding that exists elsewhere.
    private func isOtherCoding(_ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        for index in range {
            guard ByteClass.isToken(input[index]) else { return false }
        }
        return true
    }

    /// 1*DIGIT, at most 19 of them and at most `Int.max`: no sign, no list, no other digits (RFC 9112 section 6.3).
    private static func decimal(_ input: Span<UInt8>, _ range: Range<Int>) throws(ProtocolError) -> Int {
        guard (1...19).contains(range.count) else { throw .badContentLength }
        var value = 0
        for index in range {
            guard ByteClass.isDigit(input[index]) else { throw .badContentLength }
            let (product, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, carries) = product.addingReportingOverflow(Int(input[index] - 0x30))
            if overflows || carries { throw .badContentLength }
            value = sum
        }
        return value
    }
}
