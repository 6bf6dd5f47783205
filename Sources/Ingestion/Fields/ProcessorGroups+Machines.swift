import Model

extension ProcessorGroups {
    /// Takes a number that says what each of several machines holds for no count of its own: "200 servers, each with eight H200s"
    /// are 1,600 of them where the machines are counted.
    func multiply(_ groups: inout [ProcessorGroup], behind last: ProcessorGroup?) {
        for index in groups.indices where isApiece(index, groups) {
            let before = index > 0 ? groups[index - 1] : last
            if groups[index].product != nil || groups[index].unknown != nil, let before, holdsProcessors(before),
                isNear(before, groups[index])
            {
                groups[index].machines = before.count
            }
            if groups[index].machines == nil { groups[index].count = nil }
        }
    }

    /// Whether the number of a group is what each of several holds.
    private func isApiece(_ index: Int, _ groups: [ProcessorGroup]) -> Bool {
        guard let count = groups[index].count, context.literals[count].max ?? 0 <= Self.mostApiece else { return false }
        let start = context.literals[count].tokens.lowerBound
        let floor = index > 0 ? min(groups[index - 1].tokens.upperBound, start) : 0
        let ceiling = index + 1 < groups.count ? groups[index + 1].tokens.lowerBound : document.tokens.count
        let tokens = min(start, groups[index].tokens.lowerBound)..<groups[index].tokens.upperBound
        return stages.matches(at: tokens, of: document, limits: floor..<max(ceiling, tokens.upperBound))
            .contains { $0.role == .apiece }
    }

    /// Whether a group counts machines.
    private func holdsProcessors(_ group: ProcessorGroup) -> Bool {
        guard group.count != nil, case .unit(let unit) = group.kind else { return false }
        return unit == .server || unit == .rack
    }

    /// Whether two groups stand in one sentence or in two that follow each other, of one paragraph.
    private func isNear(_ machines: ProcessorGroup, _ group: ProcessorGroup) -> Bool {
        let (there, here) = (
            document.tokens[machines.tokens.lowerBound], document.tokens[group.tokens.lowerBound]
        )
        return there.paragraph == here.paragraph && here.sentence - there.sentence <= 1
    }

    /// Parts a count from products that are only counted together: "4,000 H100s and H200s" are 4,000 GPUs, some of each.
    func gather(_ groups: inout [ProcessorGroup]) {
        for index in groups.indices.dropLast().reversed() {
            guard let product = groups[index].product, let count = groups[index].count,
                let other = groups[index + 1].product, groups[index + 1].count == nil, other.vendor == product.vendor,
                other.unit == product.unit, other.name != product.name,
                isCoordinated(document.gap(between: groups[index].tokens, groups[index + 1].tokens))
            else { continue }
            let tokens = context.literals[count].tokens
            guard tokens.upperBound <= groups[index].tokens.lowerBound else { continue }
            groups[index].count = nil
            groups.insert(
                ProcessorGroup(
                    tokens: tokens, kind: groups[index].kind ?? groups[index + 1].kind ?? .unit(product.unit),
                    count: count, maker: product.vendor), at: index)
        }
    }

    /// The number before a comma that counts what stands behind it: "150 000, des GB300".
    func count(apposedTo first: Int, floor: Int) -> Int? {
        guard first - floor > 2,
            let cue = stages.matches(in: max(floor, first - 4)..<first, of: document)
                .first(where: { $0.role == .such && $0.tokens.upperBound == first }),
            cue.tokens.lowerBound > floor, document.tokens[cue.tokens.lowerBound - 1].kind == .comma
        else { return nil }
        return numberEnding(at: cue.tokens.lowerBound - 1).flatMap { literal in
            let number = context.literals[literal].max ?? context.literals[literal].min ?? 0
            return context.literals[literal].tokens.lowerBound >= floor && number >= Self.leastApposed ? literal : nil
        }
    }

    /// How many processors one machine holds at most.
    private static let mostApiece = 576.0
    /// The least number that counts things named behind a comma.
    private static let leastApposed = 10.0
}
