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
        let all = context.entities.all
        sorts = all.indices.map { index in
            all[index].kind == .government ? names.government : all[index].sort.map(ReviewHash.of) ?? names.unknown
        }
    }

    /// The features of a sentence, which all its candidates share.
    func add<Sink: ReviewSink>(_ sentence: Int, to sink: inout Sink) {
        sink.add(.bias)
        let items = words.items(of: sentence)
        sink.add(.word, each: items, isOfParties: false, 3)
        sink.add(.words, eachTwo: items, isOfParties: false, 2)
        let range = context.document.sentences[sentence]
        for noun in context.nouns(in: range) { sink.add(.goods, names.type(noun.type), noun.weight * 8 / 5) }
        var kinds: UInt64 = 0
        for index in context.literalIndices(in: range) where kinds & context.literals[index].kind.mask == 0 {
            kinds |= context.literals[index].kind.mask
            sink.add(.literal, names.literal(context.literals[index].kind))
        }
        for trigger in triggers[sentence] {
            let first = trigger.tokens.lowerBound
            let stem = context.document.bytes.withUnsafeBufferPointer {
                ReviewWords.stem(context.document.tokens[first], $0)
            }
            sink.add(.trigger, stem)
        }
        var frames = RowSet(in: names.frames.indices)
        for trigger in triggers[sentence] where !frames.contains(trigger.entry.frame) {
            frames.insert(trigger.entry.frame)
            sink.add(.frame, names.frames[trigger.entry.frame])
        }
        addNeighbours(of: sentence, to: &sink)
        if sentence == 0 { sink.add(.headline) }
        sink.add(.named, names.count(words.parties(of: sentence).count))
    }

    private func addNeighbours<Sink: ReviewSink>(of sentence: Int, to sink: inout Sink) {
        let sentences = context.document.sentences
        if sentence > 0, isSameParagraph(sentence, sentence - 1) {
            sink.add(.before, each: words.items(of: sentence - 1), isOfParties: false, 2)
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

    /// The features of two in a sentence; `goods` are its ``strongest(in:)``.
    func add<Sink: ReviewSink>(_ candidate: ReviewCandidate, goods: DealType?, to sink: inout Sink) {
        let items = words.items(of: candidate.sentence)
        let (first, second) = (sorts[candidate.first], sorts[candidate.second])
        sink.add(.first, first)
        sink.add(.second, second)
        sink.add(.kinds, first, second)
        if let goods {
            sink.add(.firstGoods, first, names.type(goods))
            sink.add(.secondGoods, second, names.type(goods))
            sink.add(.kindsGoods, first, second, names.type(goods))
        }
        let place = items.firstIndex { $0.entity == Int32(candidate.first) } ?? items.startIndex
        let form = names.form(items[place].form)
        sink.add(.firstForm, form)
        if candidate.isNamed {
            let other = items.firstIndex { $0.entity == Int32(candidate.second) } ?? items.startIndex
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

    /// The type that the strongest noun of goods in a sentence speaks for.
    func strongest(in sentence: Int) -> DealType? {
        context.nouns(in: context.document.sentences[sentence]).max { $0.weight < $1.weight }?.type
    }

    /// Words of two whom a sentence names: where they stand nearest to each other.
    private func addBetween<Sink: ReviewSink>(
        _ candidate: ReviewCandidate, _ items: ArraySlice<ReviewWords.Item>, to sink: inout Sink
    ) {
        let (low, high, isSwapped) = Self.nearest(Int32(candidate.first), Int32(candidate.second), items)
        guard high < items.endIndex else { return }
        if isSwapped { sink.add(.swapped) }
        let between = items[(low + 1)..<high]
        sink.add(.distance, min(high - low, 40) * 2 / 5)
        sink.add(.amid, names.count(min(3, between.count { $0.entity >= 0 })))
        sink.add(.between, each: between.prefix(25), isOfParties: true, 8)
        sink.add(.betweens, eachTwo: between.prefix(21), isOfParties: true, 8)
        if (2...5).contains(high - low) {
            var key = sink.key(.phrase)
            for item in between { key = sink.key(key, item.stem) }
            sink.add(key, 8)
        }
        sink.add(.ahead, each: items[..<low].suffix(4), isOfParties: true, 8)
        sink.add(.behind, each: items[(high + 1)...].prefix(7), isOfParties: true, 8)
    }

    /// Where two stand nearest to each other, and whether the second one comes first there; the end of the items where they
    /// never do.
    private static func nearest(
        _ first: Int32, _ second: Int32, _ items: ArraySlice<ReviewWords.Item>
    ) -> (low: Int, high: Int, isSwapped: Bool) {
        items.withUnsafeBufferPointer { all in
            var nearest = (low: 0, high: all.count, isSwapped: false)
            var last: (place: Int, entity: Int32)?
            for index in all.indices where all[index].entity == first || all[index].entity == second {
                let entity = all[index].entity
                if let last, last.entity != entity, index - last.place < nearest.high - nearest.low {
                    nearest = (last.place, index, entity == first)
                }
                last = (index, entity)
            }
            return (nearest.low + items.startIndex, nearest.high + items.startIndex, nearest.isSwapped)
        }
    }

    /// Words around the one whom a sentence names, and where the other one was named.
    private func addCarried<Sink: ReviewSink>(
        _ candidate: ReviewCandidate, _ items: ArraySlice<ReviewWords.Item>, _ place: Int, to sink: inout Sink
    ) {
        let sentence = candidate.sentence
        let before = sentence > 0 ? words.parties(of: sentence - 1) : []
        sink.add(.carried, before.contains(candidate.second) ? names.count(1) : names.count(2))
        sink.add(.place, names.count(candidate.place))
        if candidate.second == context.entities.protagonist { sink.add(.protagonist) }
        if sentence > 0, isSameParagraph(sentence, sentence - 1) { sink.add(.paragraph) }
        if before.first == candidate.second { sink.add(.opener) }
        sink.add(.left, each: items[..<place].suffix(4), isOfParties: true, 8)
        sink.add(.right, each: items[(place + 1)...].prefix(6), isOfParties: true, 8)
        sink.add(.others, names.count(min(3, words.parties(of: sentence).count - 1)))
    }
}
