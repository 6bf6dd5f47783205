/// The parameters of a route by every spelling of their names.
struct ParameterTable: Sendable {
    /// The names, with and without operators, in the order of the table.
    let spellings: [String]
    private let found: [String: (Parameter, Parameter.Operator?)]

    /// A table of parameters.
    init(_ parameters: [Parameter]) {
        spellings = parameters.flatMap(\.spellings)
        var found: [String: (Parameter, Parameter.Operator?)] = [:]
        for parameter in parameters {
            found[parameter.name] = (parameter, nil)
            for comparison in parameter.operators {
                found["\(parameter.name)__\(comparison.rawValue)"] = (parameter, comparison)
            }
        }
        self.found = found
    }

    /// The parameter of a spelling, with its operator.
    subscript(_ spelling: String) -> (Parameter, Parameter.Operator?)? {
        found[spelling]
    }
}
