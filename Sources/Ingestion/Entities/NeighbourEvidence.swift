/// What names that "and" joins tell of each other.
struct NeighbourEvidence {
    let runs: [NameRun]
    let weigher: NameWeigher

    /// Hands on what is known of one to the other.
    func share(_ evidence: inout [NameEvidence]) {
        for number in runs.indices.dropLast().reversed() where isOpen(number, evidence) && isJoined(number) {
            shareBack(to: number, &evidence)
        }
        for number in runs.indices.dropFirst() where isUnsaid(number, evidence) && isJoined(number - 1) {
            guard runs[number - 1].source == .unknown else { continue }
            switch evidence[number - 1].kind {
            case .place: evidence[number].place += 3
            case .project: evidence[number].other += 3
            case .organisation where evidence[number - 1].organisation >= Self.sure - 1:
                if !weigher.isOneWord(runs[number].tokens) { evidence[number].organisation += 3 }
            default: break
            }
        }
    }

    /// "Avon and Tay, two old mills": the apposition behind the last name says of both what they are. Who begins a
    /// sentence with a company is one too.
    private func shareBack(to number: Int, _ evidence: inout [NameEvidence]) {
        let next = evidence[number + 1]
        if case .company = runs[number + 1].source {
            evidence[number].organisation += 2
            return
        }
        guard runs[number + 1].source == .unknown else { return }
        if next.kind == .organisation, next.organisation >= Self.sure { evidence[number].organisation += 2 }
        guard isUnsaid(number, evidence) else { return }
        if next.kind == .place { evidence[number].place += 3 }
        if next.kind == .project { evidence[number].other += 3 }
        if next.person + next.firstName >= 4 { evidence[number].person += 4 }
    }

    /// How much tells a company for sure.
    private static let sure = 5

    private func isOpen(_ number: Int, _ evidence: [NameEvidence]) -> Bool {
        runs[number].source == .unknown && evidence[number].organisation >= 0 && evidence[number].person == 0
    }

    /// Whether nothing but the form of a name tells what it is.
    private func isUnsaid(_ number: Int, _ evidence: [NameEvidence]) -> Bool {
        isOpen(number, evidence) && evidence[number].organisation == 0
    }

    private func isJoined(_ number: Int) -> Bool {
        weigher.joins(runs[number].tokens.upperBound..<runs[number + 1].tokens.lowerBound)
    }
}
