import Foundation
import Testing

@testable import API

@Suite struct DocumentationTests {
    private func page() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/API.md"), encoding: .utf8)
    }

    @Test func `the page names every route`() throws {
        let page = try page()
        for operation in Operation.all(APIConfiguration()) {
            #expect(page.contains("`\(operation.method.name) \(operation.path)`"))
        }
    }

    @Test func `the page names every problem`() throws {
        let page = try page()
        for kind in ProblemKind.allCases {
            #expect(page.contains("`\(kind.rawValue)`"))
            #expect(page.contains(String(kind.status.code)))
        }
    }

    @Test func `the page names every parameter that is not a plain field`() throws {
        let page = try page()
        let parameters = Operation.all(APIConfiguration()).flatMap(\.parameters).filter(\.operators.isEmpty)
        for name in Set(parameters.map(\.name)).subtracting(["cursor"]) {
            #expect(page.contains("`\(name)") || page.contains("?\(name)=") || page.contains("&\(name)="), "\(name)")
        }
    }
}
