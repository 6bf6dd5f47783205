import HTTPCore

/// How a list is written.
enum ListFormat: String, CaseIterable, Sendable {
    /// A page in an envelope with `next` and `count`.
    case json
    /// A row per record (RFC 4180), all of them.
    case csv
    /// A JSON object per line, all records.
    case ndjson

    /// The media type of the answer.
    var contentType: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .ndjson: "application/x-ndjson"
        }
    }

    /// The media type as `Accept` names it.
    var media: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv"
        case .ndjson: "application/x-ndjson"
        }
    }

    /// The format that a request asks for: by the suffix of its path, else by `Accept`, else JSON.
    ///
    /// - Throws: 406 where none of the accepted types is among those here.
    init(_ request: HTTPRequest) throws(Problem) {
        for format in Self.allCases where request.path.hasSuffix("." + format.rawValue) {
            self = format
            return
        }
        // Nearly every caller says nothing, or that anything will do.
        guard let accepted = request.fields["accept"], accepted != "*/*", accepted != "application/json" else {
            self = .json
            return
        }
        let ranges = request.fields.list(of: "accept").compactMap { MediaType($0) }
        let weighed = Self.allCases.map { ($0, Self.weight(of: $0, in: ranges)) }
        // The first of the best: JSON wins a tie.
        var best = weighed[0]
        for candidate in weighed where candidate.1 > best.1 { best = candidate }
        guard ranges.isEmpty || best.1 > 0 else {
            throw Problem(.notAcceptable, "lists are written as application/json, text/csv or application/x-ndjson")
        }
        self = best.0
    }

    /// The weight that the most specific matching range gives a format (RFC 9110 section 12.5.1), in thousandths.
    private static func weight(of format: ListFormat, in ranges: [MediaType]) -> Int {
        let family = String(format.media.prefix { $0 != "/" }) + "/*"
        for name in [format.media, family, "*/*"] {
            let matches = ranges.filter { range in
                range.name == name || (format == .ndjson && name == format.media && range.name == "application/ndjson")
            }
            if let weight = matches.map(\.weight).max() { return weight }
        }
        return 0
    }
}
