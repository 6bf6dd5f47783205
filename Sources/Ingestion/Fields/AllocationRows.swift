import Model

/// A row of an allocation while it is read.
struct AllocationRow: Sendable {
    var product: String?
    var vendor: String?
    var unit: Allocation.Unit
    var count: Bounds?
    var stage: Allocation.Stage
    var tokens: Range<Int>
    var rule: String
    var score: Int
    /// A product that the catalogue lacks.
    var isUnknown = false

    func isSame(_ other: AllocationRow) -> Bool {
        product == other.product && vendor == other.vendor && stage == other.stage
            && (unit == other.unit || product != nil && Self.areChips(unit, other.unit))
    }

    /// Whether two units count the same chips, called by another word.
    private static func areChips(_ one: Allocation.Unit, _ other: Allocation.Unit) -> Bool {
        (one == .gpu || one == .accelerator) && (other == .gpu || other == .accelerator)
    }

    /// Whether a row names only the family of what another one tells: as many "Blackwell chips" as B300s, Gaudi beside Gaudi 3.
    func isFamily(of other: AllocationRow) -> Bool {
        guard let product, let model = other.product, product != model, vendor == other.vendor, stage == other.stage,
            !product.holdsDigit, model.holdsDigit
        else { return false }
        return count == nil ? model.hasPrefix(product + " ") : count == other.count && Self.areChips(unit, other.unit)
    }
}

/// Makes rows of the noun groups of a text.
final class AllocationRows {
    let lexicon: ProcessorLexicon
    let stages: CueTable<StageRole>
    let context: FieldContext
    let groups: [ProcessorGroup]
    var rows: [[AllocationRow]]
    /// The makers of products that the catalogue lacks, as hardware deals tell.
    private var makers: [String: String] = [:]
    /// The sentence and deal of the last group that became a row.
    private var last: (sentence: Int32, deal: Int)?

    init(
        _ lexicon: ProcessorLexicon, _ stages: CueTable<StageRole>, _ context: FieldContext,
        _ groups: [ProcessorGroup]
    ) {
        self.lexicon = lexicon
        self.stages = stages
        self.context = context
        self.groups = groups
        rows = .filled(with: [], count: context.candidates.count)
    }

    func read() -> [[Reading<Allocation>]] {
        // Without groups there are no rows, and nothing that could be told again.
        guard !groups.isEmpty else { return rows.map { _ in [] } }
        for index in groups.indices { add(index) }
        if rows.contains(where: { $0.contains { $0.count != nil } }) {
            addBareCounts()
            addDoubles()
        }
        addCountsOfNamed()
        nameMakers()
        for deal in rows.indices { rows[deal] = tidy(rows[deal]) }
        nameWafers()
        share()
        return rows.map { $0.compactMap(reading) }
    }

    private func limits(_ index: Int) -> Range<Int> {
        let low = index > 0 ? groups[index - 1].tokens.upperBound : 0
        let high = index + 1 < groups.count ? start(index + 1) : context.document.tokens.count
        return min(low, start(index))..<max(high, groups[index].tokens.upperBound)
    }

    private func start(_ index: Int) -> Int {
        let first = groups[index].tokens.lowerBound
        return groups[index].count.map { min(first, context.literals[$0].tokens.lowerBound) } ?? first
    }

    private func whole(_ index: Int) -> Range<Int> {
        let end = groups[index].tokens.upperBound
        return start(index)..<(groups[index].count.map { max(end, context.literals[$0].tokens.upperBound) } ?? end)
    }

    // MARK: Groups

    private func add(_ index: Int) {
        let group = groups[index]
        let tokens = whole(index)
        guard let claim = claim(on: tokens, maker: group.vendor), let unit = unit(of: group) else { return }
        let matches = stages.matches(at: tokens, of: context.document, limits: limits(index))
        guard isNamed(group, claim) || isMore(group, matches, claim.deal) else { return }
        let isOption = isOption(matches, tokens)
        let sentence = context.document.tokens[tokens.lowerBound].sentence
        let goesOn = last.map { $0.sentence == sentence && $0.deal == claim.deal } ?? false
        guard !isAside(group, matches, claim),
            claim.isTold || goesOn || isComing(tokens, matches) || isNext(group, tokens, claim)
        else { return }
        if group.kind != .unit(.wafer), sellsMemory(context.candidates[claim.deal]) { return }
        if context.isQuoted(tokens), !isOption, group.count == nil || !claim.isTold { return }
        if group.count == nil, context.candidates[claim.deal].type == .financing { return }
        var row = AllocationRow(
            product: group.product?.name ?? group.unknown, vendor: group.product?.vendor, unit: unit,
            count: group.count.flatMap { bounds($0, of: group, matches) }, stage: isOption ? .option : .committed,
            tokens: tokens, rule: "allocation.group", score: claim.score, isUnknown: group.unknown != nil)
        if row.vendor == nil { row.vendor = group.maker ?? vendor(of: group, index, claim.deal) }
        if group.product == nil, group.unknown == nil { inherit(index, matches, claim.deal, &row) }
        if row.product == nil, group.kind == .chip || group.kind == .processor || group.kind == .system {
            row.unit = row.unit == .tpu ? .tpu : generic(group.kind, vendor: row.vendor, in: claim.deal)
        }
        guard row.product != nil || row.vendor != nil || row.count != nil, rows[claim.deal].count < Self.most,
            claim.isTold || !isPart(row, matches, claim.deal), !isOfAnotherCloud(row.vendor, claim.deal)
        else { return }
        rows[claim.deal].append(row)
        last = (sentence, claim.deal)
        if claim.isTold, row.count != nil, matches.contains(where: { $0.role == .each && $0.distance <= 2 }) {
            give(row, toOthersThan: claim.deal)
        }
    }

    /// "A and B each get 50,000 GPUs": the row belongs to every deal of the kind that the sentence tells.
    private func give(_ row: AllocationRow, toOthersThan deal: Int) {
        let type = context.candidates[deal].type
        for claim in context.scopes.claims(on: row.tokens, fits: { $0 == type })
        where claim.isTold && claim.deal != deal && rows[claim.deal].count < Self.most {
            rows[claim.deal].append(row)
        }
    }

    /// Whether a group says enough: a product, a count, or a maker right beside it in a sentence about the deal.
    private func isNamed(_ group: ProcessorGroup, _ claim: DealScopes.Claim) -> Bool {
        if group.product != nil || group.unknown != nil { return true }
        if group.kind == .system { return isPlatform(group, context.candidates[claim.deal]) }
        if group.count != nil || (group.kind == .unit(.tpu) && claim.score >= Self.likely) { return true }
        if group.kind == .unit(.wafer) {
            return context.candidates[claim.deal].type == .hardware && claim.score >= Self.sure
        }
        if case .unit(let unit) = group.kind, [.server, .rack].contains(unit) { return false }
        guard claim.score >= Self.sure else { return false }
        if context.candidates[claim.deal].type == .hardware, isDesigned(group) { return true }
        guard let vendor = group.vendor else { return false }
        return lexicon.vendors.contains(context.entities.all[vendor].tableName)
            || context.candidates[claim.deal].parties.contains { $0.entity == vendor && $0.role == .provider }
    }

    /// Whether a general word counts more of what the deal counts already: "a further 3,200 units".
    private func isMore(_ group: ProcessorGroup, _ matches: [CueTable<StageRole>.Match], _ deal: Int) -> Bool {
        guard group.kind == .system, let count = group.count, rows[deal].contains(where: { $0.count != nil }) else {
            return false
        }
        if matches.contains(where: { $0.role == .more && $0.distance <= 2 }) { return true }
        let end = group.tokens.lowerBound
        let inside = min(end, context.literals[count].tokens.upperBound)..<end
        return stages.matches(in: inside, of: context.document).contains { $0.role == .more }
    }

    /// Whether something is only possible: an option, or more that somebody may still take.
    func isOption(_ matches: [CueTable<StageRole>.Match], _ tokens: Range<Int>) -> Bool {
        if matches.contains(where: { $0.role == .option }) { return true }
        return matches.contains { $0.role == .more && $0.distance <= 2 }
            && (matches.contains { $0.role == .might } || isPossible(before: tokens))
    }

    /// Whether "systems" are those of a chipmaker: gigawatts of them, or counted ones.
    private func isPlatform(_ group: ProcessorGroup, _ candidate: DealCandidate) -> Bool {
        let maker =
            group.vendor
            ?? (candidate.type == .hardware ? candidate.parties.first { $0.role == .provider }?.entity : nil)
        guard let maker, lexicon.isChipmaker(context.entities.all[maker].tableName) else { return false }
        if group.count != nil { return true }
        let window = max(0, group.tokens.lowerBound - 5)..<group.tokens.lowerBound
        return context.literals[context.literals(in: window)].contains { $0.kind == .power }
    }

    /// What is counted: the product's unit, but servers, racks and wafers by their word.
    private func unit(of group: ProcessorGroup) -> Allocation.Unit? {
        if case .unit(let unit) = group.kind, [.server, .rack, .wafer].contains(unit) { return unit }
        // Whatever is called an accelerator counts as one.
        if let product = group.product {
            return product.unit == .gpu && group.kind == .unit(.accelerator) ? .accelerator : product.unit
        }
        if case .unit(let unit) = group.kind { return unit }
        return group.kind == nil && group.unknown == nil ? nil : .accelerator
    }

    /// What chips and processors without a name count as: rented "processors" are those for AI.
    private func generic(_ kind: ProcessorLexicon.Kind?, vendor: String?, in deal: Int) -> Allocation.Unit {
        if let vendor { return lexicon.chips(of: vendor) }
        return kind == .processor && context.candidates[deal].type != .compute ? .cpu : .accelerator
    }

    /// The nearest group before in the same or the previous sentence of the paragraph that names a product.
    func before(_ index: Int) -> ProcessorGroup? {
        let here = context.document.tokens[groups[index].tokens.lowerBound]
        for other in groups[..<index].suffix(Self.lookBack).reversed() {
            let there = context.document.tokens[other.tokens.lowerBound]
            guard there.paragraph == here.paragraph, here.sentence - there.sentence <= 2 else { return nil }
            if other.product != nil { return other }
        }
        return nil
    }

    /// The last group with a name, at most a few groups before, of the same paragraph or the one before it: what "the
    /// processors" are.
    private func named(before index: Int) -> ProcessorGroup? {
        let here = context.document.tokens[groups[index].tokens.lowerBound]
        for other in groups[..<index].suffix(Self.lookBack).reversed() {
            let there = context.document.tokens[other.tokens.lowerBound]
            guard here.paragraph - there.paragraph <= 1 else { return nil }
            if other.product != nil || other.unknown != nil { return other }
        }
        return nil
    }

    /// The name that the catalogue lacks of the group right before, of the same sentence or the one before it.
    private func unknown(before index: Int) -> String? {
        guard index > 0, let name = groups[index - 1].unknown else { return nil }
        let here = context.document.tokens[groups[index].tokens.lowerBound]
        let there = context.document.tokens[groups[index - 1].tokens.lowerBound]
        return there.paragraph == here.paragraph && here.sentence - there.sentence <= 1 ? name : nil
    }

    /// "400,000 of the chips", "256 more servers": what was named before.
    private func inherit(
        _ index: Int, _ matches: [CueTable<StageRole>.Match], _ deal: Int, _ row: inout AllocationRow
    ) {
        guard row.count != nil else { return }
        let near = stages.matches(
            at: groups[index].tokens, of: context.document, limits: start(index)..<groups[index].tokens.upperBound)
        guard (matches + near).contains(where: { $0.role == .same || $0.role == .more }) else { return }
        if [.server, .rack, .wafer].contains(row.unit) {
            if let last = rows[deal].last(where: { $0.unit == row.unit }) {
                row.product = last.product
                row.vendor = last.vendor
                row.isUnknown = last.isUnknown
            }
            return
        }
        if row.product == nil, row.vendor == nil, groups[index].kind == .chip,
            let last = rows[deal].last, last.product == nil, last.vendor != nil
        {
            row.vendor = last.vendor
            row.unit = last.unit
            return
        }
        if let last = rows[deal].last(where: { $0.product != nil }), [last.unit, .accelerator].contains(row.unit) {
            row.product = last.product
            row.vendor = last.vendor
            row.unit = last.unit
        } else if let last = before(index)?.product {
            row.product = last.name
            row.vendor = last.vendor
            row.unit = last.unit
        } else if row.vendor != nil, let name = unknown(before: index) {
            row.product = name
            row.isUnknown = true
        } else if (matches + near).contains(where: { $0.role == .same }), let last = named(before: index) {
            row.product = last.product?.name ?? last.unknown
            row.vendor = last.product?.vendor ?? row.vendor
            row.unit = last.product?.unit ?? .accelerator
            row.isUnknown = last.unknown != nil
        } else if row.vendor == nil, groups[index].kind == .chip,
            groups[..<index].suffix(Self.lookBack).contains(where: { $0.kind == .unit(.tpu) })
        {
            row.vendor = lexicon.tensorMaker
            row.unit = .tpu
        }
    }

    /// The figure; of "raised from 1,500 to 3,000" the new one, of what each of several machines holds that of all.
    private func bounds(
        _ literal: Int, of group: ProcessorGroup, _ matches: [CueTable<StageRole>.Match]
    ) -> Bounds? {
        guard let bounds = context.literals[literal].bounds else { return nil }
        if let machines = group.machines.flatMap({ context.literals[$0].bounds }) {
            guard let each = bounds.min, each == bounds.max, let count = machines.min, count == machines.max,
                count <= Self.mostMachines
            else { return nil }
            return try? Bounds(min: each * count, max: each * count)
        }
        if bounds.min == bounds.max, matches.contains(where: { $0.role == .most && !$0.isBefore }) {
            return try? Bounds(min: nil, max: bounds.max)
        }
        guard let min = bounds.min, let max = bounds.max, min < max, !context.literals[literal].isOrder,
            matches.contains(where: { $0.role == .raised && $0.isBefore })
        else { return bounds }
        return try? Bounds(min: max, max: max)
    }

    // MARK: Afterwards

    /// Gives products that the catalogue lacks the maker that a hardware deal of the text names.
    private func nameMakers() {
        let unknown = rows.joined().filter(\.isUnknown)
        for row in unknown.filter({ $0.count != nil }) + unknown {
            if let product = row.product, let vendor = row.vendor, makers[product] == nil { makers[product] = vendor }
        }
        for deal in rows.indices {
            // A foundry's customer does not buy its own product.
            let customers = context.candidates[deal].parties.filter { $0.role == .customer }
                .map { context.entities.all[$0.entity].tableName }
            rows[deal].removeAll { row in
                row.isUnknown && row.count == nil && customers.contains(row.product.flatMap { makers[$0] } ?? "")
            }
            for index in rows[deal].indices where rows[deal][index].isUnknown && rows[deal][index].vendor == nil {
                rows[deal][index].vendor = rows[deal][index].product.flatMap { makers[$0] }
            }
        }
    }

    /// One row for each thing: a counted one hides the same uncounted, a named one hides the generic word.
    private func tidy(_ rows: [AllocationRow]) -> [AllocationRow] {
        var kept: [AllocationRow] = []
        for row in rows {
            if let same = kept.firstIndex(where: { $0.isSame(row) && ($0.count == nil || $0.count == row.count) }) {
                if kept[same].count == nil { kept[same] = row }
            } else if row.count != nil || !kept.contains(where: { $0.isSame(row) }) {
                kept.append(row)
            }
        }
        return kept.filter { row in
            if kept.contains(where: row.isFamily) { return false }
            guard row.count == nil else {
                return row.product != nil
                    || !kept.contains {
                        $0.product != nil && $0.count == row.count && $0.stage == row.stage
                            && ($0.vendor == row.vendor || row.vendor == nil)
                    }
            }
            if row.stage == .option { return row.product != nil }
            if row.product != nil { return !kept.contains { $0.product == row.product && $0.count != nil } }
            return !kept.contains {
                $0.vendor == row.vendor
                    && ($0.product != nil || $0.count != nil || ($0.unit == .tpu && row.unit == .accelerator))
            }
        }
    }

    /// How many machines a deal has at most.
    private static let mostMachines: Int64 = 1_000_000
    /// From which score on a sentence is surely about a deal.
    private static let sure = 60
    /// From which score on it is likely.
    private static let likely = 50
    /// How many groups back what "the chips" are is looked for.
    private static let lookBack = 4
    /// How many rows a deal may have before they are put in order.
    private static let most = 64

    private func reading(_ row: AllocationRow) -> Reading<Allocation>? {
        guard
            let allocation = try? Allocation(
                product: row.product, vendor: row.vendor, unit: row.unit, count: row.count, stage: row.stage)
        else { return nil }
        return Reading(value: allocation, tokens: row.tokens, rule: row.rule, score: row.score)
    }
}
