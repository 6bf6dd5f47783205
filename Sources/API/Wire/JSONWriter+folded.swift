import Model

/// The members of folded records: those of the model, with ids, and what their sources make of them.
extension JSONWriter {
    /// The members of a deal in the current object.
    mutating func members(of folded: FoldedDeal) {
        key("id")
        string(folded.id)
        key("type")
        string(folded.deal.type.rawValue)
        key("status")
        string(folded.deal.status.rawValue)
        key("binding")
        bool(folded.deal.isBinding)
        key("parties")
        array(folded.parties) { $0.party($1) }
        key("value")
        money(folded.deal.value)
        key("term")
        term(folded.deal.term)
        key("power_mw")
        megawatts(folded.deal.power)
        key("announced_on")
        string(folded.deal.announcedOn?.text)
        key("purposes")
        array(folded.deal.purposes) { $0.string($1.rawValue) }
        key("allocations")
        array(zip(folded.allocationIDs, folded.deal.allocations)) { writer, row in
            writer.object { writer in
                writer.key("id")
                writer.string(row.0)
                writer.members(of: row.1)
            }
        }
        standing(of: folded)
    }

    /// What the sources make of a deal: statuses, conflicts, lineage, review, and where it all comes from.
    private mutating func standing(of folded: FoldedDeal) {
        key("review")
        string(folded.review.rawValue)
        key("independent_sources")
        integer(folded.independentSources)
        key("statuses")
        array(folded.statuses) { $0.step($1) }
        key("conflicts")
        array(folded.conflicts) { $0.conflict($1) }
        key("lineage")
        array(folded.lineage) { writer, tie in
            writer.object { writer in
                writer.key("kind")
                writer.string(tie.kind.rawValue)
                writer.key("deal")
                writer.string(tie.deal)
            }
        }
        basis(folded.confidence, folded.sources, folded.evidence, folded.createdAt)
        key("changed_at")
        string(folded.changedAt.text)
        key("version")
        integer(folded.version)
    }

    /// The members of a company in the current object.
    mutating func members(of company: FoldedCompany) {
        key("id")
        string(company.id)
        key("name")
        string(company.name)
        key("aliases")
        array(company.aliases) { $0.string($1) }
        key("parent")
        if let parent = company.parentID {
            object { writer in
                writer.key("id")
                writer.string(parent)
                writer.key("name")
                writer.string(company.parentName)
            }
        } else {
            null()
        }
        key("country")
        string(company.country)
        key("kind")
        string(company.kind)
        key("deals")
        integer(company.deals)
        key("relationships")
        integer(company.relationships)
        key("created_at")
        string(company.createdAt.text)
        key("changed_at")
        string(company.changedAt.text)
        key("version")
        integer(company.version)
    }

    /// The members of an article in the current object, without its text and records.
    mutating func members(of article: FoldedArticle) {
        key("id")
        string(article.id)
        key("title")
        string(article.title)
        key("url")
        string(article.url)
        key("source")
        string(article.source)
        key("language")
        string(article.language)
        key("published")
        string(article.published?.text)
        key("reprint_of")
        string(article.reprintOf)
        key("engine")
        string(article.engine)
        key("created_at")
        string(article.createdAt.text)
        key("warnings")
        warnings(article.warnings)
    }

    /// A company in a role of a stored deal, with its id.
    mutating func party(_ folded: FoldedParty) {
        object { writer in
            writer.key("id")
            writer.string(folded.id)
            writer.members(of: folded.party)
        }
    }

    /// The members that every record from articles has: `confidence`, `sources`, `evidence`, `created_at`.
    mutating func basis(
        _ confidence: Int, _ sources: [RecordSource], _ evidence: [SourcedEvidence], _ createdAt: Timestamp
    ) {
        key("confidence")
        thousandths(confidence)
        key("sources")
        array(sources) { $0.source($1) }
        key("evidence")
        array(evidence) { $0.evidence($1) }
        key("created_at")
        string(createdAt.text)
    }

    /// An article or an editor behind a record.
    mutating func source(_ source: RecordSource) {
        object { writer in
            writer.key("article")
            writer.string(source.article)
            if let editor = source.editor {
                writer.key("editor")
                writer.string(editor.name)
                writer.key("reason")
                writer.string(editor.reason)
            } else {
                writer.key("title")
                writer.string(source.title)
                writer.key("url")
                writer.string(source.url)
                writer.key("publisher")
                writer.string(source.publisher)
                writer.key("published")
                writer.string(source.published?.text)
                writer.key("reprint_of")
                writer.string(source.reprintOf)
            }
            writer.key("at")
            writer.string(source.at.text)
        }
    }

    /// Evidence with the article that it is from.
    mutating func evidence(_ evidence: SourcedEvidence) {
        object { writer in
            writer.key("field")
            writer.string(evidence.field)
            writer.key("article")
            writer.string(evidence.article)
            writer.span(evidence.span)
            writer.key("quote")
            writer.string(evidence.quote)
            writer.key("rule")
            writer.string(evidence.rule)
        }
    }

    private mutating func step(_ step: StatusStep) {
        object { writer in
            writer.key("status")
            writer.string(step.status.rawValue)
            writer.key("on")
            writer.string(step.on?.text)
            writer.key("source")
            writer.integer(step.source)
        }
    }

    private mutating func conflict(_ conflict: FieldConflict) {
        object { writer in
            writer.key("field")
            writer.string(conflict.field)
            writer.key("says")
            switch conflict.claim {
            case .status(let status): writer.string(status.rawValue)
            case .value(let value): writer.money(value)
            case .term(let term): writer.term(term)
            case .power(let power): writer.megawatts(power)
            case .announcedOn(let day): writer.string(day.text)
            case .count(_, let bounds): writer.object { $0.bounds(bounds) }
            }
            writer.key("source")
            writer.integer(conflict.source)
        }
    }
}
