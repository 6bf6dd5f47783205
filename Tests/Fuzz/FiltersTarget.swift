import HTTPCore
import Model

@testable import API

/// Any bytes as the filters of a list of deals: they become conditions for the store, or a problem that can be shown.
enum FiltersTarget {
    private static let parameters = ParameterTable(
        Parameter.deals + Parameter.page(APIConfiguration(), RecordList.deals))

    static func check(_ bytes: [UInt8]) {
        let request = HTTPRequest(method: .get, target: "/deals?" + String(decoding: bytes, as: UTF8.self))
        do throws(Problem) {
            let query = RecordQuery<DealField>(try CheckedQuery(request, parameters: parameters))
            precondition(query.limit >= 0, "a page of less than nothing")
        } catch {
            guard case .bytes(let body) = error.response.body else { preconditionFailure("a problem without content") }
            precondition((try? JSONReader.read(body)) != nil, "a problem that is no JSON")
        }
    }
}
