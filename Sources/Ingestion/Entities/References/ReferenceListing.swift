/// Lists the nouns and pronouns of a text with those whom they may mean: what `scripts/fit-references` fits the ranker to.
final class ReferenceListing {
    /// A line for each expression (first byte, end, sort), and one for each of those whom it
    /// may mean, behind a tab: the name and its features.
    private(set) var lines = ""

    /// Adds one of those whom an expression may mean; with the expression where it is the first.
    func add(
        _ entity: Int, _ features: ReferenceFeatures, _ expression: ReferenceExpression?, _ document: Document,
        _ entities: Entities
    ) {
        if let expression, let (start, end) = document.byteRange(expression.tokens) {
            lines += "\(start)\t\(end)\t\(expression.sort)\n"
        }
        let names = ReferenceFeature.allCases.filter(features.contains).map { ReferenceFeature.names[$0.rawValue] }
        lines += "\t\(entities.all[entity].name)\t\(names.joined(separator: " "))\n"
    }
}
