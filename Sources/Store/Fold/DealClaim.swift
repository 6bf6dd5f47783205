import Model

/// A claim on a deal, read.
struct DealClaim {
    var number: Int
    var event: Event
    var article: Article?
    var confidence: Int
    var stated: StatedDeal
    var assertions: [Assertion]

    /// Reads a claim of an article or an editor.
    init(_ claim: Claim, article: Article?) throws(StoreError) {
        number = claim.number
        event = claim.event
        self.article = article
        confidence = claim.confidence
        stated = try StatedDeal(claim.assertions)
        assertions = claim.assertions
    }

    /// Whether a person made it.
    var isEdit: Bool {
        event.editor != nil
    }

    /// The day on which it was said: of publication, else that on which it came in.
    var day: Day {
        article?.published ?? event.at.day
    }

    /// How it is placed in time: by its day, then by when it came in.
    var moment: [Int] {
        [day.number, number]
    }

    /// The source as records show it.
    func source(reprintOf: String?) -> RecordSource {
        RecordSource(
            article: article?.id, editor: event.editor, title: article?.title, url: article?.url,
            publisher: article?.publisher, published: article?.published, reprintOf: reprintOf, at: event.at)
    }
}
