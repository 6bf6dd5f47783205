import Model

@testable import API

extension MemoryStore: RecordEditor {
    private func change(
        _ id: String, _ expecting: Int?, _ note: String, _ body: (inout FoldedDeal) throws(StoreError) -> Void
    ) throws(StoreError) -> StoredRecord {
        try access(writes: true) { state throws(StoreError) in
            guard let index = state.deals.firstIndex(where: { $0.id == id }) else { throw .notFound }
            let version = state.deals[index].version
            if let expecting, expecting != version { throw .conflict(version: version) }
            try body(&state.deals[index])
            state.deals[index].version += 1
            state.edits.append(note)
            return StoredRecord(json: renderer.deal(state.deals[index]), version: version + 1)
        }
    }

    func editDeal(
        _ id: String, _ edit: DealEdit, expecting: Int?, by editor: Editor
    ) async throws(StoreError) -> StoredRecord {
        try change(id, expecting, "edit \(editor.name) \(editor.reason ?? "-") \(edit)") { deal throws(StoreError) in
            if case .set(let review) = edit.review { deal.review = review }
            if case .set(let status) = edit.status {
                do throws(ModelError) {
                    deal.deal = try Deal(
                        type: deal.deal.type, status: status, parties: deal.deal.parties, value: deal.deal.value)
                } catch { throw .invalid(error) }
            }
        }
    }

    func addDeal(_ deal: Deal, by editor: Editor) async throws(StoreError) -> String {
        try access(writes: true) { state throws(StoreError) in
            var extraction = Extraction(language: nil, published: nil)
            extraction.deals = [Finding(deal, evidence: [], confidence: 1000)]
            return fold(extraction, article: "hand", &state).deals.ids.first ?? ""
        }
    }

    func retractDeal(_ id: String, expecting: Int?, by editor: Editor) async throws(StoreError) {
        _ = try change(id, expecting, "retract \(id)") { _ throws(StoreError) in }
        try access(writes: true) { state throws(StoreError) in state.deals.removeAll { $0.id == id } }
    }

    func mergeDeal(
        _ id: String, into other: String, expecting: Int?, by editor: Editor
    ) async throws(StoreError) -> StoredRecord {
        if id == other { throw .refused("a deal cannot be merged with itself") }
        _ = try change(id, expecting, "merge \(id) \(other)") { _ throws(StoreError) in }
        try access(writes: true) { state throws(StoreError) in
            state.deals.removeAll { $0.id == id }
            state.merged[id] = other
        }
        return try deal(other, asOf: nil)
    }

    func splitDeal(
        _ id: String, articles: [String], expecting: Int?, by editor: Editor
    ) async throws(StoreError) -> String {
        _ = try change(id, expecting, "split \(id) \(articles)") { _ throws(StoreError) in }
        return id
    }

    func editCompany(
        _ id: String, _ edit: CompanyEdit, expecting: Int?, by editor: Editor
    ) async throws(StoreError) -> StoredRecord {
        try access(writes: true) { state throws(StoreError) in
            guard let index = state.companies.firstIndex(where: { $0.id == id }) else { throw .notFound }
            if let expecting, expecting != state.companies[index].version {
                throw .conflict(version: state.companies[index].version)
            }
            if case .set(let name) = edit.name { state.companies[index].name = name }
            state.companies[index].aliases += edit.addedAliases
            state.companies[index].version += 1
            return StoredRecord(
                json: renderer.company(state.companies[index]), version: state.companies[index].version)
        }
    }

    func mergeCompany(
        _ id: String, into other: String, expecting: Int?, by editor: Editor
    ) async throws(StoreError) -> StoredRecord {
        try access(writes: true) { state throws(StoreError) in state.merged[id] = other }
        return try company(other, asOf: nil)
    }

    func unmergeCompany(_ id: String, by editor: Editor) async throws(StoreError) -> StoredRecord {
        try access(writes: true) { state throws(StoreError) in
            guard state.merged.removeValue(forKey: id) != nil else { throw .notFound }
        }
        return try company(id, asOf: nil)
    }
}
