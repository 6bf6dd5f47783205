import HTTPCore
import Testing

/// The outcome never depends on how the bytes are split.
struct SplitPropertyTests {
    static let messages = [
        "GET /a?b HTTP/1.1\r\nHost: h\r\nX: y\r\n\r\n",
        "\r\n\r\nPOST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhelloGET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\nGET /no",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n3;a=\"b\\\"\"\r\nabc\r\n00002\r\nde\r\n0\r\nX: y\r\n\r\nGET / HTTP/1.0\r\n\r\nrest",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloXX\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nX : y\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\nHost: h\n\n", "GET / HTTP/2.0\r\nHost: h\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99\r\n\r\nshort",
        "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
        "EHLO example.com\r\n", "\u{feff}GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\nExpect: more\r\n\r\n",
    ]

    @Test(arguments: messages)
    func `one cut anywhere changes nothing, nor does a byte at a time`(message: String) {
        let bytes = Array(message.utf8)
        let whole = Trace(bytes, pieces: [bytes.count])
        for cut in 0...bytes.count {
            #expect(Trace(bytes, pieces: [cut, bytes.count - cut]) == whole, "cut at \(cut)")
        }
        #expect(Trace(bytes, pieces: bytes.map { _ in 1 }) == whole)
    }

    @Test(arguments: [UInt64(1), 20_261_124, 77])
    func `mutated messages cut at random come to the same, under tight limits as well`(seed: UInt64) {
        var random = SplitMix(state: seed)
        var tight = ParserLimits()
        (tight.requestLineBytes, tight.headBytes, tight.fieldCount) = (24, 60, 3)
        (tight.chunkExtensionBytes, tight.leadingEmptyLines) = (6, 1)
        for round in 0..<2000 {
            var bytes = Array(Self.messages[Int.random(in: 0..<Self.messages.count, using: &random)].utf8)
            for _ in 0..<Int.random(in: 0...3, using: &random) { mutate(&bytes, &random) }
            let pieces = bytes.map { _ in Int.random(in: 1...9, using: &random) }
            for limits in [ParserLimits(), tight] {
                let whole = Trace(bytes, pieces: [bytes.count], limit: 1000, limits: limits)
                let split = Trace(bytes, pieces: pieces, limit: 1000, limits: limits)
                #expect(split == whole, "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        let alphabet = Array("\r\n :\t\u{0}\u{7f};=\",0159afGHTP/.%?*-\\".utf8)
        guard let position = bytes.indices.randomElement(using: &random) else { return }
        let byte = alphabet.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: position)
        case 1: bytes.insert(byte, at: position)
        case 2: bytes[position] = byte
        default:
            let end = min(bytes.count, position + Int.random(in: 1...12, using: &random))
            bytes.insert(contentsOf: bytes[position..<end], at: position)
        }
    }
}

/// SplitMix64: small, good enough, and the same on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
