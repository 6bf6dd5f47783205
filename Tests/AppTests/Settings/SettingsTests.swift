import Foundation
import Testing

@testable import App

@Suite struct SettingsTests {
    private let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "config/dealtracker.yaml")

    @Test func `the shipped file names every setting with its default, in order`() throws {
        let pairs = try Settings.pairs(ofYAML: String(contentsOf: file, encoding: .utf8))
        #expect(pairs.map(\.key) == Setting.all.map(\.key))
        #expect(pairs.map(\.value) == Setting.all.map(\.standard))
    }

    @Test(arguments: Setting.all.map(\.key))
    func `a default given explicitly changes nothing`(key: String) throws {
        let setting = try #require(Setting.all.first { $0.key == key })
        var settings = Settings()
        try setting.apply(&settings, setting.standard)
        #expect("\(settings)" == "\(Settings())")
    }

    @Test func `the environment wins over the file`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml").path
        try "server:\n  port: 9000\n  host: 127.0.0.2\n".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let settings = try Settings.load(file: path, environment: ["DEALTRACKER_SERVER_PORT": "9001"])
        #expect(settings.port == 9001)
        #expect(settings.host == "127.0.0.2")
    }

    @Test func `a misspelt setting is refused with the nearest name`() {
        var settings = Settings()
        #expect(throws: SettingError.unknown(key: "server.prot", nearest: "server.port")) {
            try settings.set("server.prot", to: "1", from: "test")
        }
    }

    @Test(arguments: [
        ("server.port", "70000"), ("limits.head-time", "soon"), ("log.access", "yes"), ("log.level", "loud"),
        ("access.proxies", "10.0.0.0/99"), ("access.rate", "fast"),
    ])
    func `a value of the wrong kind is refused`(key: String, value: String) {
        var settings = Settings()
        #expect(throws: SettingError.self) { try settings.set(key, to: value, from: "test") }
    }

    @Test(arguments: ["- a\n- b", "server: 3", "server:\n  port:\n    a: b", "server: [", "\""])
    func `a file of another shape is refused`(text: String) {
        #expect(throws: SettingError.self) { try Settings.pairs(ofYAML: text) }
    }

    @Test func `an empty file is a file without settings`() throws {
        #expect(try Settings.pairs(ofYAML: "# nothing\n").isEmpty)
    }
}
