import Testing

@testable import API

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws(JSONSyntaxError) -> JSONValue {
        try JSONReader.read(Array(text.utf8))
    }

    @Test func `values of every kind are read`() throws {
        let value = try read(#" { "a" : [ 1 , -2.5e+3, true , false , null , "x" ] , "b" : { } , "c":[] } "#)
        #expect(
            value["a"] == .array([.number("1"), .number("-2.5e+3"), .bool(true), .bool(false), .null, .string("x")]))
        #expect(value["b"] == .object([]))
        #expect(value["c"] == .array([]))
        #expect(value["d"] == nil)
    }

    @Test func `escapes and surrogate pairs are resolved`() throws {
        #expect(try read(#""\u00e9\ud83d\ude00\n\/\"\\""#) == .string("é😀\n/\"\\"))
    }

    @Test func `a number keeps every digit`() throws {
        #expect(try read("38000000000").integer == 38_000_000_000)
        #expect(try read("12345678901234567890123") == .number("12345678901234567890123"))
    }

    @Test(
        arguments: [
            ("", .unexpectedEnd, 0), ("{", .unexpectedEnd, 1), ("[1,]", .unexpectedByte, 3),
            ("[1 2]", .unexpectedByte, 3),
            (#"{"a":1,}"#, .unexpectedByte, 7), (#"{"a" 1}"#, .unexpectedByte, 5), ("{a:1}", .unexpectedByte, 1),
            ("01", .badNumber, 0), ("1.", .badNumber, 0), ("-", .badNumber, 0), ("1e", .badNumber, 0),
            ("+1", .unexpectedByte, 0), (".5", .unexpectedByte, 0), ("NaN", .unexpectedByte, 0),
            ("tru", .unexpectedEnd, 3),
            (#""abc"#, .unexpectedEnd, 4), (#""\x""#, .badEscape, 1), (#""\u12g4""#, .badEscape, 1),
            (#""\ud800""#, .loneSurrogate, 1), (#""\ude00""#, .loneSurrogate, 1), ("\"a\nb\"", .controlInString, 2),
            ("1 2", .trailingBytes, 2), ("'a'", .unexpectedByte, 0), ("[1", .unexpectedEnd, 2),
            (#"{"a":1,"a":2}"#, .duplicateName("a"), 7), (#"{"a":1,"\u0061":2}"#, .duplicateName("a"), 7),
            ("\u{FEFF}1", .byteOrderMark, 0), ("\u{0}", .unexpectedByte, 0), ("{\"a\":1\u{0}", .unexpectedByte, 6),
        ] as [(String, JSONSyntaxError.Reason, Int)])
    func `what RFC 8259 does not allow is refused with its offset`(
        text: String, reason: JSONSyntaxError.Reason, offset: Int
    ) {
        #expect(throws: JSONSyntaxError(reason: reason, offset: offset)) { try read(text) }
    }

    @Test func `nesting beyond the limit is refused without exhausting the stack`() {
        let deep = String(repeating: "[", count: 1_000_000)
        #expect(throws: JSONSyntaxError(reason: .tooDeep(limit: JSONReader.depthLimit), offset: 32)) {
            try read(deep)
        }
    }

    @Test(
        arguments: [
            ([0x22, 0xC3, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0x80, 0x22], 1),
        ] as [([UInt8], Int)])
    func `invalid UTF-8 is refused with its offset`(bytes: [UInt8], offset: Int) {
        #expect(throws: JSONSyntaxError(reason: .invalidUTF8, offset: offset)) { try JSONReader.read(bytes) }
    }

    @Test func `what is written is read back as it was, whatever it is`() throws {
        var seed: UInt64 = 20_251_103
        for _ in 0..<300 {
            let value = Self.random(&seed, depth: 0)
            var writer = JSONWriter(seed % 2 == 0 ? .compact : .pretty)
            writer.value(value)
            let again = try JSONReader.read(writer.bytes)
            #expect(again == value, "seed \(seed)")
        }
    }

    @Test func `a text cut anywhere is an error, never a value or a trap`() {
        let text = Array(#"{"a":[1,-2.5e3,true,null,"x\u00e9\ud83d\ude00"],"b":{"c":"é"}}"#.utf8)
        for end in 0..<text.count {
            #expect(throws: JSONSyntaxError.self) { try JSONReader.read(Array(text[..<end])) }
        }
    }

    private static func next(_ seed: inout UInt64, below bound: UInt64) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % bound)
    }

    private static func random(_ seed: inout UInt64, depth: Int) -> JSONValue {
        switch next(&seed, below: depth < 4 ? 6 : 4) {
        case 0: return .null
        case 1: return .bool(next(&seed, below: 2) == 0)
        case 2: return .number(String(next(&seed, below: 1_000_000)))
        case 3: return .string(randomText(&seed))
        case 4: return .array((0..<next(&seed, below: 4)).map { _ in random(&seed, depth: depth + 1) })
        default:
            let count = next(&seed, below: 4)
            return .object(
                (0..<count).map {
                    JSONMember(name: "\($0)" + randomText(&seed), value: random(&seed, depth: depth + 1))
                })
        }
    }

    private static func randomText(_ seed: inout UInt64) -> String {
        let pool: [Character] = ["a", "\"", "\\", "\n", "\u{1}", "é", "😀", "/", " ", "z"]
        return String((0..<next(&seed, below: 30)).map { _ in pool[next(&seed, below: 10)] })
    }
}
