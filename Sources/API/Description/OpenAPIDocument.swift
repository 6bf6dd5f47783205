import HTTPCore

/// The description of the API (OpenAPI 3.1), made of the table of operations.
struct OpenAPIDocument {
    let operations: [Operation]
    let configuration: APIConfiguration

    /// The document.
    var json: [UInt8] {
        var writer = JSONWriter(.compact, capacity: 65_536)
        writer.object { writer in
            writer.member("openapi", "3.1.0")
            writer.key("info")
            writer.object { writer in
                writer.member("title", "dealtracker")
                writer.member("version", configuration.version)
                writer.member("summary", "Who has promised what to whom in AI infrastructure")
                writer.key("license")
                writer.object { writer in
                    writer.member("name", "Apache-2.0")
                    writer.member("identifier", "Apache-2.0")
                }
            }
            writer.key("paths")
            writer.object { paths(&$0) }
            writer.key("components")
            writer.object { components(&$0) }
        }
        return writer.bytes
    }

    private func paths(_ writer: inout JSONWriter) {
        var seen: [String] = []
        for operation in operations where !seen.contains(operation.path) {
            seen.append(operation.path)
            writer.key(operation.path)
            writer.object { writer in
                for method in operations where method.path == operation.path {
                    writer.key(method.method.name.lowercased())
                    writer.object { self.operation(method, &$0) }
                }
            }
        }
    }

    private func operation(_ operation: Operation, _ writer: inout JSONWriter) {
        writer.member("operationId", operation.name)
        writer.member("summary", operation.summary)
        writer.key("security")
        writer.array { writer in
            writer.object { _ in }
            guard operation.scope != nil else { return }
            writer.object { writer in
                writer.key("token")
                writer.array { _ in }
            }
        }
        writer.key("parameters")
        writer.array { parameters(of: operation, &$0) }
        if let content = operation.content {
            writer.key("requestBody")
            writer.object { writer in
                writer.member("description", content.summary)
                writer.key("required")
                writer.bool(true)
                Self.content(content.types, &writer)
            }
        }
        writer.key("responses")
        writer.object { responses(of: operation, &$0) }
    }

    private func parameters(of operation: Operation, _ writer: inout JSONWriter) {
        for name in RoutePattern(operation.path).parameterNames {
            writer.object { writer in
                writer.member("name", name)
                writer.member("in", "path")
                writer.key("required")
                writer.bool(true)
                writer.key("schema")
                Schema.string(pattern: "^[A-Za-z0-9_]+$").write(to: &writer)
            }
        }
        for parameter in operation.parameters {
            Self.parameter(parameter, parameter.name, nil, &writer)
            for comparison in parameter.operators {
                Self.parameter(parameter, "\(parameter.name)__\(comparison.rawValue)", comparison, &writer)
            }
        }
        for header in operation.readHeaders {
            writer.object { writer in
                writer.member("name", header.name)
                writer.member("in", "header")
                writer.member("description", header.summary)
                if header.name == "If-Match" {
                    writer.key("required")
                    writer.bool(operation.method == .patch)
                }
                writer.key("schema")
                Self.schema(of: header).write(to: &writer)
            }
        }
    }

    /// What a header field may be: a tag or `*`, or what its kind says.
    private static func schema(of header: Parameter) -> Schema {
        header.name == "If-Match"
            ? .either([.constant("*"), .string(pattern: "^\"[0-9]+-[0-9a-f]{16}\"$")])
            : header.kind.schema
    }

    private static func parameter(
        _ parameter: Parameter, _ name: String, _ comparison: Parameter.Operator?, _ writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member("name", name)
            writer.member("in", "query")
            writer.member("description", parameter.summary)
            var schema = comparison == .isnull ? Schema.boolean : parameter.kind.schema
            if comparison == .in {
                writer.member("style", "form")
                writer.key("explode")
                writer.bool(false)
                schema = .array(parameter.kind.schema, minimum: 1)
            } else if case .choices = parameter.kind {
                writer.member("style", "form")
                writer.key("explode")
                writer.bool(false)
            } else if parameter.repeats, comparison == nil || comparison == .not {
                schema = .array(parameter.kind.schema, minimum: 1)
            }
            writer.key("schema")
            schema.write(to: &writer)
        }
    }

    private func responses(of operation: Operation, _ writer: inout JSONWriter) {
        for (status, content) in operation.answers {
            writer.key(String(status))
            writer.object { writer in
                writer.member("description", content.summary)
                if !content.types.isEmpty { Self.content(content.types, &writer) }
            }
        }
        if operation.method == .get {
            writer.key("304")
            writer.object { $0.member("description", "what If-None-Match names is still so") }
        }
        for (status, summary) in operation.refusals {
            writer.key(status)
            writer.object { writer in
                writer.member("description", summary)
                Self.content([("application/problem+json", "Problem")], &writer)
            }
        }
    }

    private static func content(_ types: [(media: String, schema: String)], _ writer: inout JSONWriter) {
        writer.key("content")
        writer.object { writer in
            for (media, name) in types {
                writer.key(media)
                writer.object { writer in
                    guard !name.isEmpty else { return }
                    writer.key("schema")
                    if name.hasSuffix("[]") {
                        page(of: String(name.dropLast(2))).write(to: &writer)
                    } else {
                        Schema.reference(name).write(to: &writer)
                    }
                }
            }
        }
    }

    /// The envelope of a list; `fields` may leave members out, so rows are described by name only.
    private static func page(of name: String) -> Schema {
        .object(
            [
                ("data", .array(.either([.reference(name), .object([])]))), ("next", .nullable(.string())),
                ("count", .integer(0...Int.max)), ("facets", .map(.array(.object([("count", .integer())])))),
            ], optional: ["facets"])
    }

    private func components(_ writer: inout JSONWriter) {
        writer.key("schemas")
        writer.object { writer in
            for (name, schema) in Schemas.all {
                writer.key(name)
                schema.write(to: &writer)
            }
        }
        writer.key("securitySchemes")
        writer.object { writer in
            writer.key("token")
            writer.object { writer in
                writer.member("type", "http")
                writer.member("scheme", "bearer")
            }
        }
    }
}
