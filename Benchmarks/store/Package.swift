// swift-tools-version: 6.2
import PackageDescription

// The store by itself, with a program that measures it: its sources are links to those of the main package.
let package = Package(
    name: "store-bench",
    dependencies: [.package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0")],
    targets: [
        .target(name: "Model"),
        .target(name: "Migrations", resources: [.embedInCode("sql")]),
        .target(
            name: "Store",
            dependencies: [
                "Model", "Migrations", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .executableTarget(name: "StoreBench", dependencies: ["Model", "Store"]),
    ],
    swiftLanguageModes: [.v6]
)
