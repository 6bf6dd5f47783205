import HTTPCore
import Model
import Testing

@testable import API

@Suite struct ExportTests {
    static let head = "id,type,status,binding,parties,value_min,value_max,currency,"

    static let scenarios: [Scenario] = [
        Scenario(
            name: "CSV by suffix", target: "/deals.csv", status: 200,
            has: [head, "\r\ndeal_1,compute,signed,true,Lumen (customer); Borealis (provider),500,500,USD,"],
            answers: ["content-type": "text/csv; charset=utf-8; header=present", "etag": "", "vary": "accept"]),
        Scenario(
            name: "CSV by Accept", target: "/deals?party=Orion", fields: [("accept", "text/csv")], status: 200,
            has: [head, "deal_2"], lacks: ["deal_1"]),
        Scenario(
            name: "CSV of some fields", target: "/deals.csv?fields=id,value", status: 200,
            has: ["id,value_min,value_max,currency\r\ndeal_1,500,500,USD\r\ndeal_2,9,9,USD\r\n"]),
        Scenario(
            name: "NDJSON by suffix", target: "/deals.ndjson?fields=id", status: 200,
            has: ["{\"id\":\"deal_1\"}\n{\"id\":\"deal_2\"}\n"], answers: ["content-type": "application/x-ndjson"]),
        Scenario(
            name: "NDJSON by Accept", target: "/companies",
            fields: [("accept", "text/html;q=0.1, application/x-ndjson")],
            status: 200, has: ["{\"id\":\"co_1\""]),
        Scenario(
            name: "JSON by suffix", target: "/deals.json", fields: [("accept", "text/csv")], status: 200,
            has: [#"{"data":["#]),
        Scenario(
            name: "a browser", target: "/deals", fields: [("accept", "text/html,application/xml;q=0.9,*/*;q=0.8")],
            status: 200, has: [#"{"data":["#]),
        Scenario(
            name: "a page of CSV", target: "/deals.csv?limit=1&fields=id", status: 200, has: ["id\r\ndeal_1\r\n"],
            lacks: ["deal_2"], answers: ["link": ""]),
        Scenario(name: "a type that is not written", target: "/deals", fields: [("accept", "image/png")], status: 406),
        Scenario(
            name: "a format that is refused", target: "/deals", fields: [("accept", "application/json;q=0, text/*")],
            status: 200, has: [head]),
        Scenario(
            name: "an unknown field", target: "/deals?fields=id,prise", status: 400,
            has: [#""parameter":"fields""#, "the nearest to \\\"prise\\\" is parties"]),
    ]

    @Test(arguments: scenarios)
    func `a list is written in the format that was asked for`(scenario: Scenario) async {
        await Bench.filled().check(scenario)
    }

    @Test func `an export goes through all pages and keeps their order`() async {
        var configuration = APIConfiguration()
        configuration.pageLimit = 2
        let bench = Bench(configuration)
        let lines = (1...7).map { "L\($0) buys compute from Borealis for \($0) dollars." }
        _ = await bench.send(.post, "/articles", [], lines.joined(separator: "\n"))
        for suffix in ["csv", "ndjson"] {
            let answer = await bench.send(.get, "/deals.\(suffix)?fields=id")
            let rows = await answer.text().split(whereSeparator: \.isNewline).filter { $0.contains("deal_") }
            #expect(rows.count == 7)
            #expect(rows.last?.contains("deal_7") == true)
            let tag = answer.fields["etag"] ?? ""
            #expect(tag.hasPrefix("W/"))
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("=1+1", "'=1+1"),
        ("@x", "'@x"), ("+3", "'+3"), ("-3", "'-3"), ("\t=x", "'\t=x"), ("", ""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ])
    func `a cell is quoted where it must be and never a formula`(text: String, expected: String) {
        var writer = CSVWriter()
        writer.text(text)
        writer.endRow()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected + "\r\n")
    }

    @Test func `rows are split between records only`() throws {
        let rows = #"{"a":"x,{\"y"},{"b":[1,{"c":"]}"}]},{}"#
        let parts = JSONRows.split(Array(rows.utf8)).map { String(decoding: $0, as: UTF8.self) }
        #expect(parts == [#"{"a":"x,{\"y"}"#, #"{"b":[1,{"c":"]}"}]}"#, "{}"])
        #expect(JSONRows.split([]).isEmpty)
    }

    @Test(arguments: [(ListFormat.csv, nil), (.json, ["id"]), (.ndjson, ["id"])] as [(ListFormat, [String]?)])
    func `a stored row that is no JSON is an error and is not left out`(format: ListFormat, fields: [String]?) throws {
        let encoder = RowEncoder(format, columns: CSVColumn.deals, fields: fields)
        let sound = Array(#"{"id":"deal_1"}"#.utf8)
        #expect(try !encoder.encode(sound).isEmpty)
        for damage in [#",{"id":"deal_2""#, ",garbage", ",[1]"] {
            #expect(throws: StoreError.corrupt) { try encoder.encode(sound + Array(damage.utf8)) }
        }
    }
}
