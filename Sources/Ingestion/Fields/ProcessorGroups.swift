import Model

/// A noun group that names processors: "200,000 Nvidia GB300 chips", "6 000 GPU MI355X d'AMD".
struct ProcessorGroup: Sendable {
    var tokens: Range<Int>
    /// The word for the unit.
    var kind: ProcessorLexicon.Kind?
    /// A product of the catalogue.
    var product: ProcessorLexicon.Product?
    /// A product that the catalogue lacks, as written.
    var unknown: String?
    /// The entity that the group names as maker or seller.
    var vendor: Int?
    /// The literal that counts it.
    var count: Int?
    /// The literal that counts the machines of which each holds that many.
    var machines: Int?
    /// The maker of products that are counted together.
    var maker: String?
}

/// Finds the noun groups that name processors.
final class ProcessorGroups {
    let lexicon: ProcessorLexicon
    let stages: CueTable<StageRole>
    let context: FieldContext
    let document: Document
    /// Product names that the catalogue lacks, by hash of their tokens.
    var known: Set<UInt64> = []
    /// By token: whether a literal or a name covers it.
    let isTaken: [Bool]

    private enum Atom {
        case word(ProcessorLexicon.Kind)
        case product(ProcessorLexicon.Product)
        case unknown
    }

    init(_ lexicon: ProcessorLexicon, _ stages: CueTable<StageRole>, _ context: FieldContext) {
        self.lexicon = lexicon
        self.stages = stages
        self.context = context
        document = context.document
        isTaken = Self.taken(in: context, lexicon)
    }

    /// By token: whether a literal or a name covers it.
    private static func taken(in context: FieldContext, _ lexicon: ProcessorLexicon) -> [Bool] {
        var isTaken = [Bool].filled(with: false, count: context.document.tokens.count)
        for literal in context.literals where literal.kind != .number {
            for index in literal.tokens { isTaken[index] = true }
        }
        for mention in context.entities.mentions
        where context.entities.all[mention.entity].kind == .organisation && mention.form != .pronoun
            && !isProductLike(mention, in: context, lexicon, isTaken)
        {
            for index in mention.tokens { isTaken[index] = true }
        }
        return isTaken
    }

    /// Whether an unknown "organisation" has the form of a product's name, or is one.
    private static func isProductLike(
        _ mention: EntityMention, in context: FieldContext, _ lexicon: ProcessorLexicon, _ isTaken: [Bool]
    ) -> Bool {
        guard context.entities.all[mention.entity].catalogueRow == nil, mention.form == .name else { return false }
        let first = mention.tokens.lowerBound
        if let hit = context.document.hit(at: first, .processor), case .product = lexicon.entries[hit.row] {
            return hit.end >= mention.tokens.upperBound
        }
        return nameBeginning(at: first, in: context.document, isTaken)?.upperBound == mention.tokens.upperBound
    }

    /// The groups of the text, in order, each with its count and maker.
    func all() -> [ProcessorGroup] {
        learn()
        var all: [ProcessorGroup] = []
        for sentence in document.sentences {
            let atoms = atoms(in: sentence)
            if !atoms.isEmpty { all += groups(of: atoms, in: sentence, behind: all.last) }
        }
        return all
    }

    /// Names unknown products: letters and digits with a capital beside a word for processors.
    private func learn() {
        for hit in document.hits(of: .processor) {
            guard case .word(let kind) = lexicon.entries[hit.row], !isOfCompany(hit) else { continue }
            let sentence = document.sentence(of: hit.first)
            for name in [
                nameEnding(at: hit.first), nameBeginning(at: hit.end),
                kind == .system ? nil : wordName(before: hit.first), kind == .system ? nil : wordName(behind: hit),
                nameExplained(by: hit.first, mayBeWord: kind != .system),
            ] {
                if let name, sentence.contains(name.lowerBound), name.upperBound <= sentence.upperBound {
                    known.insert(hash(name))
                }
            }
        }
    }

    func nameEnding(at end: Int) -> Range<Int>? {
        for first in [end - 3, end - 1] where first >= 0 {
            if let name = nameBeginning(at: first), name.upperBound == end { return name }
        }
        return nil
    }

    /// `KX2`, or `TX-4`: capital letters with a number, that nothing else claims.
    func nameBeginning(at first: Int) -> Range<Int>? {
        Self.nameBeginning(at: first, in: document, isTaken)
    }

    private static func nameBeginning(at first: Int, in document: Document, _ isTaken: [Bool]) -> Range<Int>? {
        guard document.tokens.indices.contains(first), !isTaken[first] else { return nil }
        let token = document.tokens[first]
        guard token.kind == .word, token.capitalised, document.hit(at: first, .processor) == nil else { return nil }
        if token.flags.contains(.mixed) { return first..<first + 1 }
        guard first + 2 < document.tokens.count, document.tokens[first + 1].kind == .hyphen,
            document.tokens[first + 2].kind == .number || document.tokens[first + 2].flags.contains(.mixed)
        else { return nil }
        return first..<first + 3
    }

    func hash(_ name: Range<Int>) -> UInt64 {
        name.reduce(Folding.seed) { ($0 ^ document.tokens[$1].hash) &* 0x100_0000_01B3 }
    }

    // MARK: Groups

    /// The groups of a sentence; `last` is the last one before it.
    private func groups(
        of atoms: [(tokens: Range<Int>, atom: Atom)], in sentence: Range<Int>, behind last: ProcessorGroup?
    ) -> [ProcessorGroup] {
        var groups: [ProcessorGroup] = []
        for (tokens, atom) in atoms {
            if var last = groups.last, joins(last, tokens, atom) {
                add(atom, tokens, to: &last)
                groups[groups.count - 1] = last
            } else {
                var group = ProcessorGroup(tokens: tokens)
                add(atom, tokens, to: &group)
                groups.append(group)
            }
        }
        for index in groups.indices {
            let floor = index > 0 ? groups[index - 1].tokens.upperBound : sentence.lowerBound
            let ceiling = index + 1 < groups.count ? groups[index + 1].tokens.lowerBound : sentence.upperBound
            groups[index].count = count(before: groups[index].tokens.lowerBound, floor: floor)
            groups[index].vendor = vendor(of: groups[index], floor: floor, ceiling: ceiling)
            if groups[index].count == nil {
                groups[index].count =
                    count(behind: groups[index].tokens.upperBound, before: ceiling)
                    ?? count(apposedTo: groups[index].tokens.lowerBound, floor: floor)
            }
        }
        join(&groups)
        multiply(&groups, behind: last)
        gather(&groups)
        for index in groups.indices where groups[index].product == nil && groups[index].unknown == nil {
            groups[index].unknown = nameTold(behind: groups[index].tokens.upperBound, before: sentence.upperBound)
        }
        return groups.filter { !isOrdinary($0) }
    }

    /// The name of a product that the text gives behind its kind: "chips, known as Kite-1".
    private func nameTold(behind end: Int, before limit: Int) -> String? {
        let window = end..<min(limit, end + 6)
        guard let cue = stages.matches(in: window, of: document).first(where: { $0.role == .named }),
            cue.tokens.upperBound < limit
        else { return nil }
        if let name = nameBeginning(at: cue.tokens.upperBound), name.upperBound <= limit { return self.name(name) }
        let token = document.tokens[cue.tokens.upperBound]
        guard token.kind == .word, token.capitalised, !isTaken[cue.tokens.upperBound] else { return nil }
        return document.text(cue.tokens.upperBound..<cue.tokens.upperBound + 1)
    }

    private func atoms(in sentence: Range<Int>) -> [(tokens: Range<Int>, atom: Atom)] {
        var atoms: [(tokens: Range<Int>, atom: Atom)] = []
        let known = known
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let mayBegin = document.tokens[index].capitalised || document.layers(at: index) & Layer.processor.mask != 0
            guard mayBegin else {
                index += 1
                continue
            }
            if let hit = document.hit(at: index, .processor), hit.end <= sentence.upperBound, !isTaken[index] {
                switch lexicon.entries[hit.row] {
                case .word(let kind):
                    if !isModifier(hit), !isOfCompany(hit) { atoms.append((hit.tokens, .word(kind))) }
                    index = hit.end
                case .other: index = hit.end
                case .product(let product):
                    let numbered = numbered(product, hit.tokens, before: sentence.upperBound)
                    atoms.append((numbered.tokens, .product(numbered.product)))
                    index = numbered.tokens.upperBound
                }
            } else if document.tokens[index].capitalised, let name = nameBeginning(at: index),
                name.upperBound <= sentence.upperBound, isProduct(name)
            {
                atoms.append((name, .unknown))
                index = name.upperBound
            } else if let name = wordName(at: index), name.upperBound <= sentence.upperBound, known.contains(hash(name))
            {
                atoms.append((name, .unknown))
                index = name.upperBound
            } else {
                index += 1
            }
        }
        return atoms
    }

    /// Whether a name of letters and digits is a product: seen beside a word for processors, or counted.
    private func isProduct(_ name: Range<Int>) -> Bool {
        if known.contains(hash(name)) { return true }
        if isFilling(name.lowerBound) || isCountedSort(name.lowerBound) { return true }
        guard let count = numberEnding(at: name.lowerBound) else { return false }
        return (context.literals[count].max ?? context.literals[count].min ?? 0) >= 100
    }

    /// Whether a word belongs to the group before it: nothing but a name or a possessive stands between.
    private func joins(_ group: ProcessorGroup, _ tokens: Range<Int>, _ atom: Atom) -> Bool {
        let gap = group.tokens.upperBound..<tokens.lowerBound
        let isFree = gap.allSatisfy {
            isTaken[$0] || document.tokens[$0].kind == .possessive || document.tokens[$0].kind == .hyphen
        }
        if joins(unit: group, gap, atom) { return true }
        guard gap.count <= 3, isFree else { return false }
        switch atom {
        case .word: return group.kind == nil || gap.isEmpty
        case .product(let product) where gap.isEmpty && group.kind == nil:
            return group.product.map { isModel(product, of: $0) || isModel($0, of: product) } ?? (group.unknown == nil)
        case .product, .unknown: return group.product == nil && group.unknown == nil
        }
    }

    /// Whether a product is a model of a family: "Grace Blackwell GB300".
    private func isModel(_ product: ProcessorLexicon.Product, of family: ProcessorLexicon.Product) -> Bool {
        product.vendor == family.vendor && product.name.holdsDigit && !family.name.holdsDigit
    }

    /// Whether a product says what a unit is of: "racks of Nvidia's GB300 NVL72".
    private func joins(unit group: ProcessorGroup, _ gap: Range<Int>, _ atom: Atom) -> Bool {
        if case .word = atom { return false }
        guard group.product == nil, group.unknown == nil, group.kind != nil else { return false }
        return isSort(gap)
    }

    private func add(_ atom: Atom, _ tokens: Range<Int>, to group: inout ProcessorGroup) {
        group.tokens = group.tokens.lowerBound..<tokens.upperBound
        switch atom {
        case .word(let kind):
            if group.kind == nil || group.kind == .chip || group.kind == .processor || group.kind == .system {
                group.kind = kind
            }
        case .product(let product):
            if group.product.map({ !isModel($0, of: product) }) ?? true { group.product = product }
        case .unknown: group.unknown = name(tokens)
        }
    }

    /// A product's name as written, without the ending of a plural behind its number.
    private func name(_ tokens: Range<Int>) -> String {
        let text = document.text(tokens)
        let bytes = Array(text.utf8)
        if let last = bytes.last, bytes.count > 2, last == 0x73, (0x30...0x39).contains(bytes[bytes.count - 2]) {
            return String(text.dropLast())
        }
        return text
    }

    /// The number that counts a group: at most a few words before it, with no sign between.
    private func count(before first: Int, floor: Int) -> Int? {
        var index = first
        var words = 0
        while index > floor, words < Self.countReach {
            switch document.tokens[index - 1].kind {
            case .comma, .colon, .stop, .dash, .openBracket, .closeBracket: return nil
            default: break
            }
            if let literal = numberEnding(at: index) {
                let isBehind = context.literals[literal].tokens.lowerBound >= floor
                return isBehind && isCount(literal, gap: first - index) ? literal : nil
            }
            if isTaken[index - 1], !isName(index - 1) { return nil }
            if document.tokens[index - 1].kind == .word { words += 1 }
            index -= 1
        }
        return numberEnding(at: index).flatMap {
            context.literals[$0].tokens.lowerBound >= floor && isCount($0, gap: first - index) ? $0 : nil
        }
    }

    /// Whether a number counts what stands some words behind it: a small one stands right before it.
    private func isCount(_ literal: Int, gap: Int) -> Bool {
        let number = context.literals[literal].max ?? context.literals[literal].min ?? 0
        return (number >= 10 || gap <= 1) && number < Self.mostCounted
    }

    func numberEnding(at end: Int) -> Int? {
        var low = 0
        var high = context.literals.count
        while low < high {
            let middle = (low + high) / 2
            if context.literals[middle].tokens.upperBound < end { low = middle + 1 } else { high = middle }
        }
        guard low < context.literals.count, context.literals[low].tokens.upperBound == end,
            context.literals[low].kind == .number,
            (context.literals[low].max ?? context.literals[low].min ?? 0) >= 2
        else { return nil }
        return low
    }

    private func isName(_ token: Int) -> Bool {
        context.entities.organisations(in: max(0, token - 6)..<token + 1).contains { $0.tokens.contains(token) }
    }

    /// The organisation that the group names: inside it, right before it, or a word or two behind it.
    private func vendor(of group: ProcessorGroup, floor: Int, ceiling: Int) -> Int? {
        let window = max(floor, group.tokens.lowerBound - 4)..<min(ceiling, group.tokens.upperBound + 4)
        let near = context.entities.organisations(in: window).filter { mention in
            let gap = document.gap(between: mention.tokens, group.tokens)
            if gap.contains(where: { isSign(document.tokens[$0].kind) }) { return false }
            if mention.tokens.upperBound <= group.tokens.lowerBound { return gap.count <= 1 }
            return gap.count <= 3
                && (gap.isEmpty || stages.matches(in: gap, of: document).contains { $0.role == .maker })
        }
        return near.first { lexicon.vendors.contains(context.entities.all[$0.entity].tableName) }?.entity
            ?? near.first { $0.tokens.lowerBound >= group.tokens.lowerBound || $0.possessive }?.entity
            ?? near.first?.entity
    }

    private func isSign(_ kind: Token.Kind) -> Bool {
        switch kind {
        case .comma, .colon, .stop, .dash, .openBracket, .closeBracket: true
        default: false
        }
    }

    /// A product whose name is an ordinary word or a town's, with nothing beside it that speaks of processors.
    private func isOrdinary(_ group: ProcessorGroup) -> Bool {
        guard let product = group.product, group.kind == nil, group.count == nil else { return false }
        if document.hit(at: group.tokens.lowerBound, .place)?.tokens == group.tokens { return true }
        guard product.isAmbiguous else { return false }
        let maker = group.vendor.map { context.entities.all[$0].tableName == product.vendor } ?? false
        let sentence = document.sentence(of: group.tokens.lowerBound)
        return !maker
            && !context.entities.organisations(in: sentence).contains {
                context.entities.all[$0.entity].tableName == product.vendor
            }
    }

    /// From how many on it is a sum of money, whose currency is told before: no deal moves as many processors.
    private static let mostCounted = 100_000_000.0
    /// How many words before a group its count is looked for.
    private static let countReach = 5
}
