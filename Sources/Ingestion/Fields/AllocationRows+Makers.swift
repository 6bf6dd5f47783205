import Model

extension AllocationRows {
    /// The maker of processors without a product name.
    func vendor(of group: ProcessorGroup, _ index: Int, _ deal: Int) -> String? {
        let candidate = context.candidates[deal]
        let providers = candidate.parties.filter { $0.role == .provider }.map {
            context.entities.all[$0.entity].tableName
        }
        // A foundry makes what its customer has designed; whose memory a maker's wafers carry is not said.
        if candidate.type == .hardware, group.kind == .unit(.wafer) || isForged(group, candidate) {
            return sellsMemory(candidate) ? nil : customer(of: candidate)
        }
        if candidate.type == .hardware, isDesigned(group) { return customer(of: candidate) }
        if let maker = named(by: group, candidate) { return maker }
        if group.kind == .unit(.tpu) { return lexicon.tensorMaker }
        if let maker = owner(of: group, candidate) { return maker }
        if group.kind == .unit(.cpu) { return nil }
        if group.unknown != nil { return candidate.type == .hardware ? providers.first : nil }
        if candidate.type == .hardware, providers.count == 1, let provider = providers.first {
            if group.kind == .unit(.gpu) || group.kind == .processor || group.kind == .system {
                return lexicon.isChipmaker(provider) ? provider : nil
            }
            return provider
        }
        if let maker = makerOfPart(behind: index) ?? ally(of: group, candidate) { return maker }
        if let maker = tenant(of: group, candidate) { return maker }
        guard group.kind == .unit(.gpu), index > 0 else { return nil }
        return before(index).flatMap { other in
            other.product.map(\.vendor).flatMap { lexicon.isChipmaker($0) ? $0 : nil }
        }
    }

    /// The maker that a group names: one of the catalogue or who supplies, but not who gets "its processors".
    private func named(by group: ProcessorGroup, _ candidate: DealCandidate) -> String? {
        guard let vendor = group.vendor else { return nil }
        let name = context.entities.all[vendor].tableName
        let role = candidate.parties.first { $0.entity == vendor }?.role
        if group.unknown != nil, role == nil { return name }
        if role == .customer, !lexicon.isChipmaker(name), group.unknown == nil { return nil }
        return lexicon.vendors.contains(name) || (candidate.type == .hardware && role == .provider) ? name : nil
    }

    /// The maker of "its own GPUs", where a customer makes them.
    private func owner(of group: ProcessorGroup, _ candidate: DealCandidate) -> String? {
        let before = max(0, group.tokens.lowerBound - 3)..<group.tokens.lowerBound
        guard stages.matches(in: before, of: context.document).contains(where: { $0.role == .own }) else { return nil }
        return candidate.parties.filter { $0.role == .customer }.map { context.entities.all[$0.entity].tableName }
            .first(where: lexicon.isChipmaker)
    }

    /// The one chipmaker of an alliance: it brings the processors.
    private func ally(of group: ProcessorGroup, _ candidate: DealCandidate) -> String? {
        guard candidate.type == .partnership else { return nil }
        switch group.kind {
        case .unit(.gpu), .chip, .processor: break
        default: return nil
        }
        let makers = candidate.parties.map { context.entities.all[$0.entity].tableName }.filter(lexicon.isChipmaker)
        return makers.count == 1 ? makers.first : nil
    }

    /// Names what wafers become, where the deal with a foundry names one product: "60,000 wafers for its coming N7".
    func nameWafers() {
        for deal in rows.indices {
            let isWafer = rows[deal].map { $0.unit == .wafer }
            guard isWafer.count(where: { $0 }) == 1, isWafer.count == 2, let wafer = isWafer.firstIndex(of: true),
                rows[deal][wafer].product == nil, let product = rows[deal][1 - wafer].product,
                rows[deal][1 - wafer].count == nil || rows[deal][1 - wafer].count == rows[deal][wafer].count
            else { continue }
            rows[deal][wafer].product = product
            rows[deal] = [rows[deal][wafer]]
        }
    }

    /// The chipmaker that rents processors without a name: they are its own.
    private func tenant(of group: ProcessorGroup, _ candidate: DealCandidate) -> String? {
        guard candidate.type == .compute, group.kind == .unit(.gpu) || group.kind == .processor else { return nil }
        return customer(of: candidate).flatMap { lexicon.isChipmaker($0) ? $0 : nil }
    }

    /// Whether processors are of a cloud that makes its own, and the deal is with another such cloud: neither rents out those of
    /// the other.
    func isOfAnotherCloud(_ vendor: String?, _ deal: Int) -> Bool {
        let candidate = context.candidates[deal]
        guard let vendor, candidate.type == .compute, makesItsOwn(vendor) else { return false }
        let providers = candidate.parties.filter { $0.role == .provider }
        return !providers.isEmpty
            && providers.allSatisfy { provider in
                let entity = context.entities.all[provider.entity]
                let names =
                    [entity.tableName] + entity.also
                    + (entity.parent.map { [context.entities.all[$0].tableName] } ?? [])
                return names.contains(where: makesItsOwn) && !names.contains(vendor)
            }
    }

    /// Whether a maker of processors is no maker of chips for others.
    private func makesItsOwn(_ maker: String) -> Bool { lexicon.vendors.contains(maker) && !lexicon.isChipmaker(maker) }

    /// Whom a deal supplies.
    private func customer(of candidate: DealCandidate) -> String? {
        candidate.parties.first { $0.role == .customer }.map { context.entities.all[$0.entity].tableName }
    }

    /// The maker of a part of what a general word counts: "18,000 GPUs, including GB300s".
    private func makerOfPart(behind index: Int) -> String? {
        switch groups[index].kind {
        case .unit(.gpu), .chip, .processor: break
        default: return nil
        }
        guard index + 1 < groups.count, let maker = groups[index + 1].product?.vendor, lexicon.isChipmaker(maker)
        else { return nil }
        let document = context.document
        let gap = document.gap(between: groups[index].tokens, groups[index + 1].tokens)
        guard let first = gap.first, gap.count <= Self.partReach,
            document.tokens[first].sentence == document.tokens[gap.upperBound].sentence
        else { return nil }
        return stages.matches(in: gap, of: document).contains { $0.role == .among } ? maker : nil
    }

    /// Whether general words mean what a foundry makes for its customer, who has designed it.
    private func isForged(_ group: ProcessorGroup, _ candidate: DealCandidate) -> Bool {
        switch group.kind {
        case .unit(.accelerator), .chip, .processor: break
        default: return false
        }
        guard group.product == nil, group.unknown == nil else { return false }
        let providers = candidate.parties.filter { $0.role == .provider }
        return !providers.isEmpty && providers.allSatisfy { ["foundry", "memory"].contains(sort($0)) }
    }

    /// Whether the words beside a group say that who orders it has designed it: "accelerators of its own design".
    func isDesigned(_ group: ProcessorGroup) -> Bool {
        stages.matches(at: group.tokens, of: context.document, limits: 0..<context.document.tokens.count)
            .contains { $0.role == .designed }
    }

    /// Whether a deal brings memory: processors that its sentences name are those that the memory is for.
    func sellsMemory(_ candidate: DealCandidate) -> Bool {
        guard candidate.type == .hardware else { return false }
        let providers = candidate.parties.filter { $0.role == .provider }
        guard providers.contains(where: { sort($0) == "memory" }) else { return false }
        if providers.count > 1 { return true }
        return candidate.anchors.contains { anchor in
            guard !anchor.tokens.isEmpty else { return false }
            let sentence = context.document.sentence(of: anchor.tokens.lowerBound)
            return stages.matches(in: sentence, of: context.document).contains { $0.role == .memory }
        }
    }

    /// What kind of company a party is.
    private func sort(_ party: DealCandidate.Party) -> String {
        context.entities.all[party.entity].sort ?? ""
    }

    /// How many tokens may stand between a count and the part of it that is named.
    private static var partReach: Int { 8 }
}
