import Model

/// What a trigger means: the type of its deal and where the two sides of that type stand. Every event holds on to its own,
/// so that it is one reference.
final class Frame: Sendable {
    let id: String
    /// The types that it may have; of several, the nouns around it tell which.
    let types: [DealType]
    /// The type without such nouns.
    let fallback: DealType
    /// The weight of each slot for the first side of the type, and for the second; 0 where it cannot stand there.
    private let first: [Int]
    private let second: [Int]
    /// The frame that takes its place where an organisation is the direct object.
    let organisationFrame: Int?
    /// The frames that take its place where the goods are of a type, by the places of the types.
    let typeFrames: [(type: DealType, frame: Int)]
    /// Whether its present tense tells how things are, not what happens.
    let isStanding: Bool
    /// Whether its second side must be named beside it: what one company spends or promises is no deal.
    let isNamed: Bool
    /// Whether somebody answers for another one's debt: of the customer of a deal told just before.
    let isGuarantee: Bool
    /// Whether its subject parts with what it has: a stake that is sold is no deal of its own.
    let isParting: Bool
    /// Whether its subject is the sum that moves: "€20m went from A to B".
    let isOfSum: Bool
    /// Whether a building may be its subject, which then only holds what is put there.
    let holds: Bool
    /// Whether its subject stands right before it: "the building cost" is no verb.
    let isPriced: Bool
    /// Whether both sides may stand in the same slots.
    let isSymmetric: Bool
    /// Whether it tells a supply, whatever its type.
    let isSupply: Bool

    /// Reads a row; `places` are the frames by id.
    ///
    /// - Throws: ``LexiconError`` for an unknown type, slot or frame.
    init(_ row: Row, _ places: [String: Int]) throws(LexiconError) {
        id = row[0]
        types = try row.list(1).map { (word) throws(LexiconError) in
            guard let type = DealType(rawValue: word) else { throw row.unknown(word) }
            return type
        }
        isSupply = types.allSatisfy(\.isSupply)
        guard let fallback = DealType(rawValue: row[2]) else { throw row.unknown(row[2]) }
        self.fallback = fallback
        organisationFrame = row[5].isEmpty ? nil : places[row[5]]
        guard row[5].isEmpty || organisationFrame != nil else { throw row.unknown(row[5]) }
        var typeFrames: [DealType: Int] = [:]
        for item in row.list(6) {
            let parts = item.split(separator: ":").map(String.init)
            guard parts.count == 2, let type = DealType(rawValue: parts[0]), let frame = places[parts[1]] else {
                throw row.unknown(item)
            }
            typeFrames[type] = frame
        }
        self.typeFrames = typeFrames.sorted { $0.key.index < $1.key.index }.map { (type: $0.key, frame: $0.value) }
        first = try Self.weights(row, 3)
        second = row[4] == "-" ? first : try Self.weights(row, 4)
        isSymmetric = zip(first, second).contains { min($0, $1) >= 7 }
        let marks = row.list(7)
        isStanding = marks.contains("standing")
        isNamed = marks.contains("named")
        isGuarantee = marks.contains("guarantee")
        isParting = marks.contains("parting")
        isOfSum = marks.contains("sum")
        isGeneric = types.count >= 4 || marks.contains("general")
        holds = marks.contains("holding")
        isPriced = marks.contains("priced")
    }

    /// Whether its subject is one of those who put money into a round, which other words may have told: "led", "took part".
    var isOfRound: Bool {
        types == [.investment] && !isNamed && weight(.subject, side: 0) >= 10 && weight(.in, side: 1) >= 8
            && weight(.object, side: 1) == 0
    }

    /// Whether its second side sells something to its first and keeps the use of it.
    var isSale: Bool { types == [.financing] && weight(.to, side: 0) >= 9 && weight(.subject, side: 1) >= 9 }

    /// Whether its subject has something done by its second side: "by" tells no passive.
    var isCausative: Bool { weight(.by, side: 1) >= 9 && weight(.subject, side: 1) == 0 }

    /// Whether its subject gets money for shares of its own.
    var raises: Bool { types == [.investment] && weight(.subject, side: 1) >= 8 && weight(.from, side: 0) >= 9 }

    /// Whether something is licensed, by one to the other.
    var isLicence: Bool { types == [.partnership] && weight(.from, side: 0) >= 9 }

    /// Whether it may be a deal of nearly any type, or is marked so: another word of its sentence may tell better.
    let isGeneric: Bool

    func weight(_ slot: Slot, side: Int) -> Int {
        side == 0 ? first[slot.index] : second[slot.index]
    }

    private static func weights(_ row: Row, _ column: Int) throws(LexiconError) -> [Int] {
        var weights = [Int](repeating: 0, count: Slot.allCases.count)
        var unknown: String?
        row.forEachPart(of: column) { item in
            guard let colon = item.firstIndex(of: UInt8(ascii: ":")),
                let slot = Slot(rawValue: String(decoding: item[..<colon], as: UTF8.self)),
                let weight = Int32(digits: UnsafeBufferPointer(rebasing: item[(colon + 1)...]))
            else {
                unknown = String(decoding: item, as: UTF8.self)
                return
            }
            weights[slot.index] = Int(weight)
        }
        if let unknown { throw row.unknown(unknown) }
        return weights
    }
}

extension Slot {
    /// Its place in a frame's weights.
    var index: Int {
        switch self {
        case .subject: 0
        case .object: 1
        case .indirect: 2
        case .by: 3
        case .with: 4
        case .to: 5
        case .from: 6
        case .of: 7
        case .for: 8
        case .in: 9
        case .into: 10
        case .at: 11
        case .on: 12
        case .between: 13
        case .led: 14
        case .owner: 15
        case .compound: 16
        case .link: 17
        case .like: 18
        case .goods: 19
        case .held: 20
        }
    }
}

/// The frames, from the table `frames` that all languages share.
struct Frames: Sendable {
    private(set) var all: [Frame] = []
    private var byID: [String: Int] = [:]

    /// Reads the table.
    ///
    /// - Throws: ``LexiconError`` for an unknown type, slot or frame.
    init(_ tables: Tables) throws(LexiconError) {
        let rows = try tables.common("frames")
        for (index, row) in rows.enumerated() { byID[row[0]] = index }
        all = try rows.map { (row) throws(LexiconError) in try Frame(row, byID) }
    }

    /// The place of a frame, or `nil` for an unknown id.
    func index(of id: String) -> Int? { byID[id] }
}
