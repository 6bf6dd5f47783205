import Model

extension SQLiteStore: RecordEditor {
    public func editDeal(
        _ id: String, _ edit: DealEdit, expecting: Int?, by editor: Editor
    ) async throws(StoreError) -> StoredRecord {
        try await writer.write { desk throws(StoreError) in
            try DealEditing(desk: desk, editor: editor).edit(id, edit, expecting: expecting)
        }
    }

    public func addDeal(_ deal: Deal, by editor: Editor) async throws(StoreError) -> String {
        try await writer.write { desk throws(StoreError) in try DealEditing(desk: desk, editor: editor).add(deal) }
    }

    public func retractDeal(_ id: String, expecting: Int?, by editor: Editor) async throws(StoreError) {
        try await writer.write { desk throws(StoreError) in
            try DealEditing(desk: desk, editor: editor).retract(id, expecting: expecting)
        }
    }

    public func mergeDeal(
        _ id: String, into other: String, expecting: Int?, by editor: Editor
    ) async throws(StoreError) -> StoredRecord {
        try await writer.write { desk throws(StoreError) in
            try DealEditing(desk: desk, editor: editor).merge(id, into: other, expecting: expecting)
        }
    }

    public func splitDeal(
        _ id: String, articles: [String], expecting: Int?, by editor: Editor
    ) async throws(StoreError) -> String {
        try await writer.write { desk throws(StoreError) in
            try DealEditing(desk: desk, editor: editor).split(id, articles: articles, expecting: expecting)
        }
    }

    public func editCompany(
        _ id: String, _ edit: CompanyEdit, expecting: Int?, by editor: Editor
    ) async throws(StoreError) -> StoredRecord {
        try await writer.write { desk throws(StoreError) in
            try CompanyEditing(desk: desk, editor: editor).edit(id, edit, expecting: expecting)
        }
    }

    public func mergeCompany(
        _ id: String, into other: String, expecting: Int?, by editor: Editor
    ) async throws(StoreError) -> StoredRecord {
        try await writer.write { desk throws(StoreError) in
            try CompanyEditing(desk: desk, editor: editor).merge(id, into: other, expecting: expecting)
        }
    }

    public func unmergeCompany(_ id: String, by editor: Editor) async throws(StoreError) -> StoredRecord {
        try await writer.write { desk throws(StoreError) in
            try CompanyEditing(desk: desk, editor: editor).unmerge(id)
        }
    }
}
