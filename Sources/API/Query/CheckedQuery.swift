import HTTPCore

/// The parameters of a request, each one that the route knows, with values that it can have.
struct CheckedQuery: Sendable {
    /// One spelling of a parameter with all its values: they are alternatives.
    struct Entry: Sendable {
        let parameter: Parameter
        let comparison: Parameter.Operator?
        var values: [String]
    }

    /// In the order in which each spelling first stood.
    private(set) var entries: [Entry] = []
    /// The pairs as they came.
    let items: [QueryItem]

    /// Checks the query of a request against what its route takes.
    ///
    /// - Parameter isLenient: whether a parameter that the route does not know is passed over.
    /// - Throws: a problem with one error for each fault, up to ``Problem/faultLimit``.
    init(_ request: HTTPRequest, parameters: ParameterTable, isLenient: Bool = false) throws(Problem) {
        do throws(QueryError) {
            items = try request.queryItems()
        } catch {
            let reason = error == .brokenEscape ? "a % is not followed by two hexadecimal digits" : "it is not UTF-8"
            throw Problem(.invalidRequest, "the query cannot be decoded: \(reason)")
        }
        var unknown: [Problem.Fault] = []
        var faults: [Problem.Fault] = []
        for item in items where unknown.count + faults.count < Problem.faultLimit {
            if let found = parameters[item.name] {
                if let detail = add(item, found.0, found.1) {
                    faults.append(Problem.Fault(place: .parameter(item.name), detail: detail))
                }
            } else if !isLenient {
                unknown.append(Self.unknown(item.name, parameters))
            }
        }
        guard let first = unknown.first ?? faults.first else { return }
        throw Problem(
            unknown.isEmpty ? .invalidParameter : .unknownParameter,
            unknown.isEmpty ? "parameter \(first.name): \(first.detail)" : first.detail,
            errors: unknown + faults)
    }

    /// The values of a parameter without an operator.
    func values(_ name: String) -> [String] {
        entries.first { $0.parameter.name == name && $0.comparison == nil }?.values ?? []
    }

    /// The one value of a parameter.
    func value(_ name: String) -> String? {
        values(name).first
    }

    /// Whether a flag is set.
    func flag(_ name: String) -> Bool {
        value(name) == "true"
    }

    private static func unknown(_ name: String, _ parameters: ParameterTable) -> Problem.Fault {
        let shown = Parameter.Kind.shown(name)
        let nearest = EditDistance.nearest(to: name, among: parameters.spellings)
        let hint = nearest.map { "; the nearest is \($0)" } ?? "; this route takes none"
        return Problem.Fault(place: .parameter(name), detail: "there is no parameter \(shown)\(hint)")
    }

    /// Takes a pair in, or says why not.
    private mutating func add(
        _ item: QueryItem, _ parameter: Parameter, _ comparison: Parameter.Operator?
    ) -> String? {
        let values = comparison == .in ? item.value.split(separator: ",").map(String.init) : [item.value]
        let kind = comparison == .isnull ? .flag : parameter.kind
        if values.isEmpty { return kind.fault(in: "") ?? "a value is missing" }
        for value in values {
            if let fault = kind.fault(in: value) { return fault }
        }
        let same = entries.firstIndex { $0.parameter.name == parameter.name && $0.comparison == comparison }
        guard let same else {
            entries.append(Entry(parameter: parameter, comparison: comparison, values: values))
            return nil
        }
        guard parameter.repeats, comparison == nil || comparison == .in || comparison == .not else {
            return "it may stand only once"
        }
        entries[same].values += values
        return nil
    }
}

extension Problem.Fault {
    /// The name of the place.
    var name: String {
        switch place {
        case .parameter(let name), .pointer(let name), .header(let name): name
        }
    }
}
