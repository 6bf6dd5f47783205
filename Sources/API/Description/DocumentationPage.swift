/// The documentation as one page of HTML without scripts: routes with their parameters, then the problems.
struct DocumentationPage {
    let operations: [Operation]

    /// The page.
    var html: [UInt8] {
        var page = Self.head
        page += "<h2>Routes</h2>\n"
        for operation in operations { page += section(operation) }
        page +=
            "<h2>Problems</h2>\n<p>Every error is <code>application/problem+json</code> (RFC 9457) of one of these types.</p>\n<dl>\n"
        for kind in ProblemKind.allCases {
            page += "<dt id=\"\(kind.rawValue)\"><code>/docs#\(kind.rawValue)</code></dt>"
            page += "<dd>\(kind.status.code): \(Self.escaped(kind.title))</dd>\n"
        }
        return Array((page + "</dl>\n</body></html>\n").utf8)
    }

    private func section(_ operation: Operation) -> String {
        var text =
            "<section id=\"\(operation.name)\"><h3><code>\(operation.method.name) \(operation.path)</code></h3>\n"
        text += "<p>\(Self.escaped(operation.summary)).\(operation.scope.map { " Scope: \($0.rawValue)." } ?? "")"
        if !operation.suffixes.isEmpty {
            let names = operation.suffixes.map { "<code>\(operation.path).\($0.rawValue)</code>" }
            text += " Also as \(names.joined(separator: ", "))."
        }
        if let content = operation.content {
            text += " Takes \(Self.escaped(content.summary)): "
            text += content.types.map { "<code>\($0.media)</code>" }.joined(separator: ", ") + "."
        }
        text += "</p>\n"
        let rows = operation.parameters + operation.readHeaders
        guard !rows.isEmpty else { return text + "</section>\n" }
        text += "<table><tr><th>parameter<th>values<th>does</tr>\n"
        for parameter in rows { text += Self.row(parameter) }
        return text + "</table></section>\n"
    }

    private static func row(_ parameter: Parameter) -> String {
        var name = "<code>\(escaped(parameter.name))</code>"
        if !parameter.operators.isEmpty {
            name += "<br><small>" + parameter.operators.map { "__\($0.rawValue)" }.joined(separator: " ") + "</small>"
        }
        let repeats = parameter.repeats ? "; may be repeated: any of them" : ""
        return
            "<tr><td>\(name)<td>\(escaped(parameter.kind.expectation))\(repeats)<td>\(escaped(parameter.summary))</tr>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static let head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>dealtracker: the API</title><style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
        table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top;
        padding: .2rem .6rem; border-bottom: 1px solid #ddd } code { font-size: .95em } dt { margin-top: .5rem }
        </style></head><body>
        <h1>dealtracker</h1>
        <p>Articles in, deals out, each field with the sentence that it came from. For programs:
        <a href="/openapi.json">openapi.json</a>.</p>
        <p>Filters: <code>field=value</code> and <code>field__op=value</code>; a repeated key is OR, different keys are
        AND. Lists answer <code>{"data", "next", "count"}</code>; follow <code>next</code> to its end. Every GET has an
        <code>ETag</code> and honours <code>If-None-Match</code>.</p>

        """
}
