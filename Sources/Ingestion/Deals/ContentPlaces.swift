/// Where goods and figures stand in a text.
final class ContentPlaces: Sendable {
    /// Tokens of nouns of goods.
    let goods: TokenSet
    /// Tokens of hardware and of products.
    let wares: TokenSet
    /// Tokens of dates and other literals: no part of a name's noun group.
    let figures: TokenSet
    /// The first token of each sum of money.
    let sums: TokenSet
    /// Tokens that are numbers.
    let numbers: TokenSet

    init(_ document: Document, _ entities: Entities, _ literals: [Literal], _ nouns: [ObjectNoun]) {
        let none = TokenSet(in: document.tokens.indices)
        var (goods, wares, figures, sums, numbers) = (none, none, none, none, none)
        for noun in nouns {
            if noun.type != .acquisition, noun.type != .partnership { goods.insert(noun.tokens) }
            if noun.type == .hardware { wares.insert(noun.tokens) }
        }
        for mention in entities.mentions where entities.all[mention.entity].kind == .product {
            wares.insert(mention.tokens)
        }
        for index in literals.indices {
            figures.insert(literals[index].tokens)
            if literals[index].kind == .money { sums.insert(literals[index].tokens.lowerBound) }
        }
        for layer in [Layer.month, .weekday, .calendar, .duration] {
            for hit in document.hits(of: layer) { figures.insert(hit.tokens) }
        }
        for index in document.tokens.indices where document.tokens[index].kind == .number { numbers.insert(index) }
        (self.goods, self.wares, self.figures, self.sums, self.numbers) = (goods, wares, figures, sums, numbers)
    }
}
