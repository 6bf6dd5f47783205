import HTTPCore
import Testing

@testable import API

/// An answer lists some faults of the input, however many there are: each costs a search for the nearest word.
@Suite struct FaultLimitTests {
    private let members = (0..<1000).map { JSONMember(name: "wrong\($0)", value: .null) }

    private func faults(_ body: () throws(Problem) -> Void) -> Int {
        do throws(Problem) {
            try body()
            return 0
        } catch {
            return error.errors.count
        }
    }

    @Test(arguments: ["unknown=1", "limit=many"])
    func `a query of a thousand faults`(item: String) {
        let query = Array(repeating: item, count: 1000).joined(separator: "&")
        let request = HTTPRequest(method: .get, target: "/deals?" + query)
        let table = ParameterTable(Parameter.page(APIConfiguration(), RecordList.deals))
        #expect(faults { () throws(Problem) in _ = try CheckedQuery(request, parameters: table) } == Problem.faultLimit)
    }

    @Test func `an article with a thousand unknown members`() {
        let count = faults { () throws(Problem) in _ = try ArticleDecoder.article(.object(members)) }
        #expect(count == Problem.faultLimit)
    }

    @Test func `a record with a thousand unknown members`() {
        let reader = BodyReader(.object(members), names: ["value"])
        #expect(faults { () throws(Problem) in try reader.finish() } == Problem.faultLimit)
    }
}
