/// What speaks for and against the readings of a deal: the numbers of the table `reading_weights`.
struct ReadingWeights: Sendable {
    private let values: [Int]

    /// Reads the table.
    ///
    /// - Throws: ``LexiconError`` for an unknown id, a weight that is no number, or an id without a row.
    init(_ tables: Tables) throws(LexiconError) {
        var values = [Int?](repeating: nil, count: Weight.allCases.count)
        for row in try tables.common("reading_weights") {
            guard let weight = Self.ids[row[0]] else { throw row.unknown(row[0]) }
            guard let value = Int(row[1]) else { throw row.unknown(row[1]) }
            values[weight.rawValue] = value
        }
        self.values = try values.enumerated().map { (index, value) throws(LexiconError) in
            guard let value else {
                throw .missingColumn(file: "common/reading_weights.tsv", line: 0, column: Weight.allCases[index].id)
            }
            return value
        }
    }

    subscript(_ weight: Weight) -> Int { values[weight.rawValue] }

    private static let ids = Dictionary(uniqueKeysWithValues: Weight.allCases.map { ($0.id, $0) })

    /// A weight; what it means stands in the table.
    enum Weight: Int, CaseIterable {
        case voteUnit, voteCap, unvoted, threshold, sureVotes, itself, itselfVoteUnit, itselfVoteCap
        case powerForDatacenter, powerForCompute, powerForPower, nextPowerForDatacenter, nextPowerForCompute
        case nextPowerForPower, share, majority, voteNeighbourhood, nearBorders, nearDistance, nearNoun
        case clauseNoun, clauseNounBorders, placeNoun, objectNoun, destinationNoun, hardwareForCompute
        case hardwareForATerm, neighbourNoun, makerReach, toldGoods, toldKinds
        case outside, absolute, besideMaker, nearerSubject, antecedent, antecedentReach, distanceCap, border
        case crossedVerb, inInsertion, inAside
        case outOfInsertion, ownerWithPreposition, fronted, behindOtherVerb, possessiveSubject, nounSubject
        case possessiveVerbSubject, possession, passiveIndirect, reducedObject, relativeSubject, goodsOwner
        case ownerBehind, possessivePreposition, passiveObject, inverted, objectBefore, farObject, lateSubject
        case joins, alone, least, together, prior, unknown, pronoun, source, makerBeside, clearMargin, unclear
        case likelyAnswer, unlikely
        case never, recency, latest, orderCap, topicHere, topicBefore, topicFading, topicElsewhere
        case paragraphHead, stranger
        case pronounTopic, protagonistForNobody, protagonist, namedHere, sureKind, antecedentOfWords, toldOf
        case sameRole, sameRoleWith, noSuchRole, habit, habitCap, discoursePrior, completed, completedAlone
        case completion, halfToComplete, promise, financier, likelySomebody, headed, electric, pairVotes, pairKinds
        case pairMargin, pairVoteUnit, pairVoteCap, sureEvent, intentBorders, intentDistance
        case behindNounBorders, behindNounDistance, statusBorders, statusDistance, governs, openDistance
        case generic, apart, otherSupply, partnershipBeside

        /// Its name in the table: the words with hyphens between.
        var id: String {
            "\(self)".reduce(into: "") { id, letter in
                id += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
            }
        }
    }
}
