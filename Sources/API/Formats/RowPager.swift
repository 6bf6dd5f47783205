import HTTPCore
import Model

/// Goes through a list page by page and encodes each.
final class RowPager<Field: QueryField> {
    private let list: RecordList<Field>
    private let records: any RecordReader
    private let encoder: RowEncoder
    private var query: RecordQuery<Field>
    private var ready: [UInt8]?

    /// A pager whose first page is at hand.
    init(
        _ list: RecordList<Field>, _ records: any RecordReader, _ encoder: RowEncoder, _ query: RecordQuery<Field>,
        first: [UInt8], after: PageKey?
    ) {
        self.list = list
        self.records = records
        self.encoder = encoder
        self.query = query
        self.query.after = after
        ready = first
    }

    /// The next page, encoded; `nil` behind the last.
    ///
    /// - Throws: what the store throws: the answer then ends without its end, and the caller can tell.
    func next() throws(StoreError) -> [UInt8]? {
        if let part = ready {
            ready = nil
            return part
        }
        guard query.after != nil else { return nil }
        let page = try list.page(records, query)
        query.after = page.next
        return try encoder.encode(page.rows)
    }

    /// The pages as the content of an answer.
    static func stream(
        _ list: RecordList<Field>, _ records: any RecordReader, _ encoder: RowEncoder, _ query: RecordQuery<Field>,
        first: [UInt8], after: PageKey?
    ) -> ResponseStream {
        ResponseStream(
            Parts {
                let pager = RowPager(list, records, encoder, query, first: first, after: after)
                return { try pager.next() }
            })
    }
}
