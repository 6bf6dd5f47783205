import HTTPCore
import Testing

@testable import API

@Suite struct GzipTests {
    @Test(arguments: [
        "", "a", "abc", "aaaaaaaaaaaaaaaa", String(repeating: "é", count: 18_000),
        String(repeating: "{\"type\":\"compute\",\"status\":\"signed\"},", count: 400),
        (0..<900).map { String($0 &* 2_654_435_761 % 1_000_003) }.joined(separator: ","),
    ])
    func `what is compressed is read back as it was`(text: String) throws {
        let content = Array(text.utf8)
        let packed = Gzip.compress(content)
        #expect(try Inflater.gunzip(packed) == content)
        #expect(packed.count <= content.count + content.count / 8 + 20)
        if text.hasPrefix("{") { #expect(packed.count * 20 < content.count) }
    }

    @Test func `every byte and every length of a match is written`() throws {
        let bytes = (0...255).map { UInt8($0) }
        var content = bytes
        for length in 4...300 { content += bytes.prefix(length % 256) + Array(repeating: 7, count: length) }
        #expect(try Inflater.gunzip(Gzip.compress(content)) == content)
    }

    @Test func `the checksum is that of RFC 1952`() {
        #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test func `an answer is compressed for those who ask, with a tag of its own`() async throws {
        let bench = await Bench.filled()
        let plain = await bench.send(.get, "/deals")
        let fields = [("accept-encoding", "br;q=1, gzip;q=0.8")]
        for _ in 0..<2 {
            let packed = await bench.send(.get, "/deals", fields)
            #expect(packed.fields["content-encoding"] == "gzip")
            #expect(packed.fields["vary"] == "accept, accept-encoding")
            #expect(packed.fields["etag"] != plain.fields["etag"])
            guard case .bytes(let body) = packed.body else { return }
            #expect(try Inflater.gunzip(body) == Array(await plain.text().utf8))
            let tag = packed.fields["etag"] ?? ""
            let again = await bench.send(.get, "/deals", fields + [("if-none-match", tag)])
            #expect(again.status == .notModified)
        }
        for refused in ["gzip;q=0", "identity", "br"] {
            let answer = await bench.send(.get, "/deals", [("accept-encoding", refused)])
            #expect(!answer.fields.contains("content-encoding"))
        }
        #expect(!(await bench.send(.get, "/healthz", fields)).fields.contains("content-encoding"))
    }

    @Test func `the tag of a compressed record is good for its correction`() async {
        let bench = await Bench.filled()
        let tag = await bench.send(.get, "/deals/deal_1", [("accept-encoding", "gzip")]).fields["etag"] ?? ""
        let answer = await bench.send(.patch, "/deals/deal_1", [("if-match", tag)], #"{"review":"confirmed"}"#)
        #expect(answer.status == .ok)
    }
}

/// A reader of DEFLATE with fixed codes, written from RFC 1951 to check the writer.
private struct Inflater {
    struct Broken: Error {}

    private let bytes: [UInt8]
    private var place = 0

    static func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
        guard bytes.count >= 18, bytes.starts(with: [0x1F, 0x8B, 8, 0]) else { throw Broken() }
        var inflater = Inflater(bytes: Array(bytes[10..<bytes.count - 8]))
        let content = try inflater.inflate()
        let crc = bytes[(bytes.count - 8)..<(bytes.count - 4)].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let size = bytes[(bytes.count - 4)...].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard crc == CRC32.of(content), size == content.count else { throw Broken() }
        return content
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func bit() throws -> Int {
        guard place / 8 < bytes.count else { throw Broken() }
        defer { place += 1 }
        return Int(bytes[place / 8] >> UInt8(place % 8) & 1)
    }

    private mutating func number(_ count: Int) throws -> Int {
        try (0..<count).reduce(0) { value, shift in try value | bit() << shift }
    }

    private mutating func code(_ count: Int) throws -> Int {
        try (0..<count).reduce(0) { value, _ in try value << 1 | bit() }
    }

    private mutating func symbol() throws -> Int {
        let seven = try code(7)
        if seven <= 0x17 { return 256 + seven }
        let eight = try seven << 1 | bit()
        if (0x30...0xBF).contains(eight) { return eight - 0x30 }
        if (0xC0...0xC7).contains(eight) { return 280 + eight - 0xC0 }
        return try (eight << 1 | bit()) - 0x190 + 144
    }

    private mutating func inflate() throws -> [UInt8] {
        guard try number(3) == 0b011 else { throw Broken() }
        var content: [UInt8] = []
        while true {
            let symbol = try symbol()
            if symbol == 256 { return content }
            if symbol < 256 {
                content.append(UInt8(symbol))
                continue
            }
            let row = DeflateCodes.lengths[symbol - 257]
            let length = try row.base + number(row.extra)
            let far = DeflateCodes.distances[try code(5)]
            let distance = try far.base + number(far.extra)
            guard distance <= content.count else { throw Broken() }
            for _ in 0..<length { content.append(content[content.count - distance]) }
        }
    }
}
