import Model

/// What the review model sees of a text: the features of each sentence and of each two who may have a deal.
struct ReviewFeatures {
    let context: DealContext
    let words: ReviewWords
    let deals: ReviewDeals
    let triggers: [[Trigger]]
    let names: ReviewNames
    /// The kind of each entity.
    private let sorts: [UInt64]

    init(_ context: DealContext, words: ReviewWords, deals: ReviewDeals, triggers: [[Trigger]], names: ReviewNames) {
        self.context = context
        self.words = words
        self.deals = deals
        self.triggers = triggers
        self.names = names
        sorts = context.entities.all.map { entity in
            entity.kind == .government ? names.government : entity.sort.map(ReviewHash.of) ?? names.unknown
        }
    }

    /// The features of a sentence, which all its candidates share.
    func add<Sink: ReviewSink>(_ sentence: Int, to sink: inout Sink) {
        sink.add(.bias)
        let items = words.sentences[sentence]
        for item in items where item.entity < 0 { sink.add(.word, item.stem, 3) }
        for index in items.indices.dropLast() where items[index].entity < 0 && items[index + 1].entity < 0 {
            sink.add(.words, items[index].stem, items[index + 1].stem, 2)
        }
        let range = context.document.sentences[sentence]
        for noun in context.nouns(in: range) { sink.add(.goods, names.type(noun.type), noun.weight * 8 / 5) }
        var kinds: [Literal.Kind] = []
        for literal in context.literals(in: range) where !kinds.contains(literal.kind) { kinds.append(literal.kind) }
        for kind in kinds { sink.add(.literal, names.literal(kind)) }
        var frames: [Int] = []
        for trigger in triggers[sentence] {
            let first = trigger.tokens.lowerBound
            let stem = context.document.bytes.withUnsafeBufferPointer {
                ReviewWords.stem(context.document.tokens[first], $0)
            }
            sink.add(.trigger, stem)
            if !frames.contains(trigger.entry.frame) { frames.append(trigger.entry.frame) }
        }
        for frame in frames { sink.add(.frame, names.frames[frame]) }
        addNeighbours(of: sentence, to: &sink)
        if sentence == 0 { sink.add(.headline) }
        sink.add(.named, names.count(words.parties[sentence].count))
    }

    private func addNeighbours<Sink: ReviewSink>(of sentence: Int, to sink: inout Sink) {
        let sentences = context.document.sentences
        if sentence > 0, isSameParagraph(sentence, sentence - 1) {
            for item in words.sentences[sentence - 1] where item.entity < 0 { sink.add(.before, item.stem, 2) }
            for noun in context.nouns(in: sentences[sentence - 1]) {
                sink.add(.goodsBefore, names.type(noun.type), 4)
            }
        }
        if sentence + 1 < sentences.count, isSameParagraph(sentence, sentence + 1) {
            for noun in context.nouns(in: sentences[sentence + 1]) {
                sink.add(.goodsBehind, names.type(noun.type), 4)
            }
        }
    }

    private func isSameParagraph(_ one: Int, _ other: Int) -> Bool {
        let (sentences, tokens) = (context.document.sentences, context.document.tokens)
        return tokens[sentences[one].lowerBound].paragraph == tokens[sentences[other].lowerBound].paragraph
    }

    /// The features of two in a sentence.
    func add<Sink: ReviewSink>(_ candidate: ReviewCandidate, to sink: inout Sink) {
        let items = words.sentences[candidate.sentence]
        let (first, second) = (sorts[candidate.first], sorts[candidate.second])
        sink.add(.first, first)
        sink.add(.second, second)
        sink.add(.kinds, first, second)
        if let goods = strongest(in: candidate.sentence) {
            sink.add(.firstGoods, first, names.type(goods))
            sink.add(.secondGoods, second, names.type(goods))
            sink.add(.kindsGoods, first, second, names.type(goods))
        }
        let place = items.firstIndex { $0.entity == Int32(candidate.first) } ?? 0
        let form = names.form(items[place].form)
        sink.add(.firstForm, form)
        if candidate.isNamed {
            let other = items.firstIndex { $0.entity == Int32(candidate.second) } ?? 0
            let otherForm = names.form(items[other].form)
            sink.add(.secondForm, otherForm)
            sink.add(.forms, form, otherForm)
            addBetween(candidate, items, to: &sink)
        } else {
            sink.add(.secondForm, names.absent)
            sink.add(.forms, form, names.absent)
            addCarried(candidate, items, place, to: &sink)
        }
        deals.add(candidate, names, to: &sink)
    }

    private func strongest(in sentence: Int) -> DealType? {
        context.nouns(in: context.document.sentences[sentence]).max { $0.weight < $1.weight }?.type
    }

    /// Words of two whom a sentence names: where they stand nearest to each other.
    private func addBetween<Sink: ReviewSink>(
        _ candidate: ReviewCandidate, _ items: [ReviewWords.Item], to sink: inout Sink
    ) {
        var nearest = (low: 0, high: items.count, isSwapped: false)
        var last: (place: Int, entity: Int32)?
        for (index, item) in items.enumerated()
        where item.entity == Int32(candidate.first) || item.entity == Int32(candidate.second) {
            if let last, last.entity != item.entity, index - last.place < nearest.high - nearest.low {
                nearest = (last.place, index, item.entity == Int32(candidate.first))
            }
            last = (index, item.entity)
        }
        guard nearest.high < items.count else { return }
        let (low, high) = (nearest.low, nearest.high)
        if nearest.isSwapped { sink.add(.swapped) }
        sink.add(.distance, min(high - low, 40) * 2 / 5)
        sink.add(.amid, names.count(min(3, items[(low + 1)..<high].count { $0.entity >= 0 })))
        for item in items[(low + 1)..<high].prefix(25) { sink.add(.between, item.stem) }
        for index in (low + 1)..<max(low + 1, min(high - 1, low + 21)) {
            sink.add(.betweens, items[index].stem, items[index + 1].stem)
        }
        if (2...5).contains(high - low) {
            var key = sink.key(.phrase)
            for item in items[(low + 1)..<high] { key = sink.key(key, item.stem) }
            sink.add(key, 8)
        }
        for item in items[max(0, low - 4)..<low] { sink.add(.ahead, item.stem) }
        for item in items[(high + 1)..<min(items.count, high + 8)] { sink.add(.behind, item.stem) }
    }

    /// Words around the one whom a sentence names, and where the other one was named.
    private func addCarried<Sink: ReviewSink>(
        _ candidate: ReviewCandidate, _ items: [ReviewWords.Item], _ place: Int, to sink: inout Sink
    ) {
        let sentence = candidate.sentence
        let before = sentence > 0 ? words.parties[sentence - 1] : []
        sink.add(.carried, before.contains(candidate.second) ? names.count(1) : names.count(2))
        sink.add(.place, names.count(candidate.place))
        if candidate.second == context.entities.protagonist { sink.add(.protagonist) }
        if sentence > 0, isSameParagraph(sentence, sentence - 1) { sink.add(.paragraph) }
        if before.first == candidate.second { sink.add(.opener) }
        for item in items[max(0, place - 4)..<place] { sink.add(.left, item.stem) }
        for item in items[(place + 1)..<min(items.count, place + 7)] { sink.add(.right, item.stem) }
        sink.add(.others, names.count(min(3, words.parties[sentence].count - 1)))
    }
}
