// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: no warning is left standing.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Dependencies of the whole package; each is argued in docs/adr/0002-dependencies.md.
let dependencies: [Package.Dependency] = [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
]

/// A library target of ours: `Sources/NAME`, nothing hidden.
func library(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

/// The tests of a target: `Tests/NAMETests`, mirroring its sources.
func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let package = Package(
    name: "dealtracker",
    products: [
        .executable(name: "dealtracker", targets: ["App"])
    ],
    dependencies: dependencies,
    targets: [
        library("Model"),
        .executableTarget(name: "embed-languages", swiftSettings: strict),
        .plugin(name: "EmbedLanguages", capability: .buildTool(), dependencies: ["embed-languages"]),
        .target(
            name: "LanguageData", exclude: ["Languages"], swiftSettings: strict, plugins: ["EmbedLanguages"]),
        library("Ingestion", ["Model"]),
        .target(name: "CLinux"),
        library("HTTPCore"),
        library("HTTPServer", ["HTTPCore", "CLinux"]),
        .target(
            name: "Migrations", path: "Migrations", resources: [.embedInCode("sql")], swiftSettings: strict),
        library(
            "Store",
            [
                "Model", "Migrations", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        library("API", ["Model", "HTTPCore"]),
        .executableTarget(
            name: "App",
            dependencies: [
                "Model", "LanguageData", "Ingestion", "HTTPCore", "HTTPServer", "Store", "API",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "fit-tables", dependencies: ["Ingestion", "LanguageData", "Model"], path: "Benchmarks/fit",
            swiftSettings: strict),
        .executableTarget(
            name: "read-articles", dependencies: ["API", "Ingestion", "LanguageData", "Model"], path: "Benchmarks/read",
            swiftSettings: strict),
        .executableTarget(
            name: "bench-extract", dependencies: ["Ingestion", "LanguageData", "Model"], path: "Benchmarks/extract",
            swiftSettings: strict),
        tests("Model", ["Model"]),
        tests("LanguageData", ["LanguageData", "Ingestion", "Model"]),
        tests("Ingestion", ["Ingestion", "LanguageData", "Model"]),
        tests("HTTPCore", ["HTTPCore"]),
        tests("HTTPServer", ["HTTPServer", "HTTPCore", "CLinux"]),
        tests("Store", ["Store", "Model", "Migrations", .product(name: "GRDBSQLite", package: "GRDB.swift")]),
        tests("API", ["API", "Model", "HTTPCore"]),
        tests("App", ["App", "HTTPServer"]),
        tests("Scale", ["API", "Store", "Model", "HTTPCore"]),
        tests("Architecture", []),
        tests("EndToEnd", ["App"]),
    ],
    swiftLanguageModes: [.v6]
)

// For `make fuzz` the package is what reads input from strangers, and nothing else: `--sanitize=fuzzer` brings a main, so
// that no other program links, and `-enable-testing` lets the fuzz target see internals.
if Context.environment["FUZZ"] != nil {
    let read = ["HTTPCore", "API", "Model", "Ingestion"]
    (package.products, package.dependencies) = ([], [])
    package.targets = package.targets.filter { read.contains($0.name) }
    package.targets.append(
        .executableTarget(
            name: "fuzz", dependencies: read.map { .byName(name: $0) }, path: "Tests/Fuzz",
            exclude: ["Seeds", "Dictionaries"], swiftSettings: strict))
}
